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

export const AREAS = [
  { branch: 0, name: 'Dhanmondi' },
  { branch: 0, name: 'মোহাম্মদপুর' },
  { branch: 0, name: 'Lalmatia' },
  { branch: 0, name: 'Badda' },
  { branch: 1, name: 'Sector 4' },
  { branch: 1, name: 'Sector 7' },
  { branch: 1, name: 'আজমপুর' },
  { branch: 1, name: 'Dakshinkhan' },
  { branch: 2, name: 'Mirpur 1' },
  { branch: 2, name: 'Mirpur 10' },
  { branch: 2, name: 'পল্লবী' },
  { branch: 2, name: 'Kazipara' },
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
