/** Names, places and packages of the demo company; invented, in the mix of scripts real lists have. */
export const FIRST_EN = [
  'Rahim',
  'Karim',
  'Nusrat',
  'Tanvir',
  'Shafiqul',
  'Fatema',
  'Mizanur',
  'Sumaiya',
  'Abdullah',
  'Jannatul',
  'Rafiq',
  'Sharmin',
  'Imran',
  'Nasrin',
  'Habib',
  'Rokeya',
  'Sohel',
  'Taslima',
  'Mahmud',
  'Ayesha',
] as const
export const LAST_EN = [
  'Uddin',
  'Sheikh',
  'Jahan',
  'Ahmed',
  'Islam',
  'Begum',
  'Rahman',
  'Akter',
  'Hossain',
  'Khatun',
  'Chowdhury',
  'Sultana',
  'Miah',
  'Sarker',
  'Das',
  'Roy',
] as const
export const FIRST_BN = [
  'রহিম',
  'করিম',
  'নুসরাত',
  'তানভীর',
  'শফিকুল',
  'ফাতেমা',
  'মিজানুর',
  'সুমাইয়া',
  'আব্দুল্লাহ',
  'জান্নাতুল',
  'রফিক',
  'শারমিন',
  'ইমরান',
  'নাসরিন',
  'হাবিব',
  'রোকেয়া',
  'সোহেল',
  'তাসলিমা',
] as const
export const LAST_BN = ['উদ্দিন', 'শেখ', 'জাহান', 'আহমেদ', 'ইসলাম', 'বেগম', 'রহমান', 'আক্তার', 'হোসেন', 'খাতুন', 'চৌধুরী', 'সুলতানা', 'মিয়া', 'সরকার'] as const
export const FIRMS = [
  'Padma Traders',
  'মেঘনা ফার্মেসি',
  'Jamuna Cyber Cafe',
  'সোনার বাংলা স্টোর',
  'City Coaching Centre',
  'আলো ক্লিনিক',
  'Green Garments Ltd',
  'ডিজিটাল স্টুডিও',
] as const

export const BRANCHES = [
  { code: 'UTT', name: 'Uttara', phone: '01810000002', address: 'Sector 7, Uttara, Dhaka' },
  { code: 'MIR', name: 'Mirpur', phone: '01810000003', address: 'Mirpur 10, Dhaka' },
] as const

/** Where they lie, how far they reach in metres, and which of the branch's POPs serves them. */
export const AREAS = [
  { branch: 0, pop: 0, name: 'Dhanmondi', colour: '#3b82f6', at: [23.7445, 90.3745], width: 1400, height: 1400, turn: 4 },
  { branch: 0, pop: 1, name: 'মোহাম্মদপুর', colour: '#8b5cf6', at: [23.7667, 90.3568], width: 1350, height: 1000, turn: 6 },
  { branch: 0, pop: 2, name: 'Lalmatia', colour: '#14b8a6', at: [23.7565, 90.3703], width: 1000, height: 800, turn: 3 },
  { branch: 0, pop: 3, name: 'Badda', colour: '#f97316', at: [23.7815, 90.426], width: 1000, height: 1900, turn: -5 },
  { branch: 1, pop: 0, name: 'Sector 4', colour: '#0ea5e9', at: [23.8618, 90.4035], width: 1000, height: 850, turn: 2 },
  { branch: 1, pop: 1, name: 'Sector 7', colour: '#22c55e', at: [23.8722, 90.3975], width: 950, height: 850, turn: 2 },
  { branch: 1, pop: 1, name: 'আজমপুর', colour: '#eab308', at: [23.8708, 90.4125], width: 900, height: 1000, turn: -3 },
  { branch: 1, pop: 2, name: 'Dakshinkhan', colour: '#ec4899', at: [23.8553, 90.4245], width: 1500, height: 1300, turn: 5 },
  { branch: 2, pop: 0, name: 'Mirpur 1', colour: '#64748b', at: [23.7952, 90.353], width: 1350, height: 1150, turn: -4 },
  { branch: 2, pop: 1, name: 'Mirpur 10', colour: '#ef4444', at: [23.8095, 90.368], width: 1250, height: 1150, turn: 2 },
  { branch: 2, pop: 2, name: 'পল্লবী', colour: '#0ea5e9', at: [23.8262, 90.3652], width: 1500, height: 1600, turn: -2 },
  { branch: 2, pop: 1, name: 'Kazipara', colour: '#22c55e', at: [23.7962, 90.3732], width: 1000, height: 1150, turn: 3 },
] as const

export const PACKAGES = [
  { code: 'H05', name: 'Home 5', mbps: 5, price: 400_00, share: 8 },
  { code: 'H10', name: 'Home 10', mbps: 10, price: 600_00, share: 24 },
  { code: 'H20', name: 'Home 20', mbps: 20, price: 1_000_00, share: 34 },
  { code: 'H30', name: 'Home 30', mbps: 30, price: 1_300_00, share: 18 },
  { code: 'H50', name: 'Home 50', mbps: 50, price: 1_800_00, share: 10 },
  { code: 'B50', name: 'Business 50', mbps: 50, price: 4_500_00, share: 6 },
] as const

export const PEOPLE = [
  { username: 'owner', fullName: 'Farhana Kabir', role: 'admin', branch: null },
  { username: 'manager', fullName: 'Arif Hasan', role: 'manager', branch: null },
  { username: 'uttara', fullName: 'Mahbub Alam', role: 'branch_manager', branch: 1 },
  { username: 'accounts', fullName: 'Shirin Akter', role: 'accountant', branch: null },
  { username: 'support', fullName: 'সাব্বির হোসেন', role: 'support', branch: null },
  { username: 'collector1', fullName: 'Jahangir Alam', role: 'collector', branch: 0 },
  { username: 'collector2', fullName: 'রাশেদ মিয়া', role: 'collector', branch: 1 },
] as const
