/**
 * Passwords that every guessing program tries first: the well-known lists' top, keyboard walks, words of this trade and of Bangladesh,
 * and what becomes of them at twelve characters. Lower case, without spaces, dots and hyphens.
 */
const LIST = `
!qaz2wsx 000000 0000000000 000000000000 0123456789 01234567890 012345678910 0987654321 09876543210 098765432109 0okm9ijn 101010 102030 10203040
102030405060 1111 111111 11111111 1111111111 11111111111 111111111111 111222333444 111222tianya 112233 112233445566 121212 121212121212 123123
123123123 123123123123 1231231234 123321 1234 12341234 123412341234 12345 123454321 1234554321 123456 123456123456 12345654321 123456654321 1234567
12345678 123456781234 1234567887654321 123456789 1234567890 123456789012 1234567890123 12345678901234 123456789012345 1234567890123456 12345678910
1234567891011 123456789a 123456789abc 123456789q 12345678a 1234567a 123456a 123456abc 123456q 12345a 1234abcd 1234qwer 123698745 123abc123abc 123qwe
123qweasd 123qweasdzxc 124578 131313 135790 147147 147258369 147258369147 147369 147852369 159159 159357 159357159357 159753 1q2w3e4r 1q2w3e4r5t
1q2w3e4r5t6y 1q2w3e4r5t6y7u8i 1qaz2wsx 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw2 2000 202020 222222 246810 252525 258258 258456 321321 321321321 333333
369369 444444 456456 456789 555555 654321 666666 696969 741852963 777777 7777777 789456123 789456123789 888888 963852741 987654321 9876543210
987654321098 987654321987 999999 a123456 a12345678 a123456789 a1b2c3d4 a1b2c3d4e5f6 aa123456 aa12345678 aaaaaa aaaaaaaa aaaaaaaaaaaa abbu abc123
abc12345 abc123456 abc1234567 abc123456789 abc123abc123 abcabc abcabcabc abcd1234 abcd12345678 abcdefgh abcdefghijkl abcdefghijklm abcdefghijklmn
abcdefghijklmnop abdul abdullah abracadabra access accountant admin admin123 admin1234 admin12345 admin123456 adminadmin adminadminadmin administrator
administrator1 administrator123 ahmed airtel aisha akter alhamdulillah ali allah allahuakbar amanda amarsonarbangla amitomakebhalobashi amitumi ammu
amor andrew android angel angel123 anything apple arsenal asdasd asdasdasd asdf asdf1234 asdfasdf asdfgh asdfghjkl asdfghjklzxcvbnm asdfjkl asdfqwer
ashley austin autumn2025 avengers ayesha azerty azerty123 azertyuiop baba babu babyboy babygirl banana bangla bangla123 bangladesh bangladesh1
bangladesh123 bangladesh1971 bangladesh71 banglalink barcelona barcelona123 barisal barishal baseball baseball123 batman batman123 bdcom beautiful
begum bhalobashi bilal billing billing123 birthday bismillah bkash blessed bogra bogura bondhu broadband broadband123 brother business buster
butterfly captain captainamerica champion changeme changeme123 changemenow changepassword changethis charlie charlie123 chattogram cheese chelsea
chelsea123 cherry children chittagong chocolate christ christmas cisco cisco123 client cobra collector comilla company company123 computer
confidential contrasena contrasenia cookie correcthorse correcthorsebatterystaple cricket cricket123 crystal cumilla customer cutie dallas daniel
darkknight darling darthvader database daughter debian default dhaka dhaka123 dhaka1234 dhakabangladesh dhoni diamond digimon dlink dragon dragon123
dragonball dragonballz eagle eidmubarak everything facebook falcon family fatema father fatima february fiber fibre flower flowers football
football123 forever fortnite freedom friday friend friends frodo gandalf gazipur george geslo ginger godbless godisgood godzilla golden google
grameenphone guest guest123 handsome happy happy123 happybirthday happyday happynewyear harley harrypotter hasan haslo heaven hello hello123
hellohello hellokitty helloworld heslo hobbit hockey hogwarts holiday horsebattery hossain hostmaster huawei hunter iamgod ibrahim ilovegod ilovejesus
iloveu iloveyou iloveyou123 iloveyou1234 iloveyouiloveyou inshallah instagram internet internet123 iphone ironman islam islam123 ismail isp isp123
jaan jaanu january january2026 jashore jelszo jennifer jessica jessore jesus jesus1 jesuschrist jesuslovesme jiban jibon joibangla joker jordan
jordan23 joshua joybangla juniper karim khadija khan khulna killer klaster knight knockknock kohli lastmile lastmile123 legend letmein letmein123
letmeinletmein letmeinnow letmeinplease linux lion liverpool liverpool123 lkjhgfdsa login love lovely loveyou lozinka lukeskywalker maa maggie mama
mamun manager manager123 manchester manchesterunited mashallah mashrafe master master123 matrix matthew merrychristmas messi michael michael123
michelle microsoft mikrotik mikrotik123 minecraft mnbvcxz mobilemail mohammad mohammed mom monday monitor monitoring monkey monkey123 montana moon
moscow motdepasse mother muhammad muhammad123 mushfiq mustang mymensingh mypassword mypassword1 mypassword123 mysql nagad narayanganj naruto naruto123
netgear network network123 networkadmin newpassword neymar nicole nokia nopassword nothing office office123 omar opensesame openthedoor openup
operator oracle orange ourpassword p@ssw0rd p@ssword panther paradise parola pass passw0rd password password1 password12 password123 password1234
password12345 password123456 password2020 password2021 password2022 password2023 password2024 password2025 password2026 passwordpassword passwort
pepper phoenix pikachu poiuytrewq pokemon pokemon123 postgres postgresql postmaster pppoe pppoepppoe prem princess princess123 private purple python
q1w2e3 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 qazwsx qazwsxedc qazwsxedcrfv qazwsxedcrfvtgb qqqqqqqq qwe123 qwe123qwe qweasd qweasdzxc qweasdzxc123 qweqwe
qweqweqwe qwer1234 qwer1234asdf qwerty qwerty123 qwerty1234 qwerty12345 qwertyqwerty qwertyqwertyqwerty qwertyuiop qwertyuiop123 qwertyuiopasdfgh
qwertyuiopasdfghjkl rahim rahman rahmanrahman rainbow rajshahi ramadan ramadan123 ranger rangpur realmadrid robert robi rocket ronaldo ronaldo7 root
root1234 rootroot router router123 routeros sachin salasana samsung samsung123 saturday scorpion secret secret123 secure security senha server
server123 shadow shadow123 shakib shakib75 shona sifre silver sister skywalker soccer soldier something sona sonarbangla spider spiderman spring2025
staff starwars starwars123 subhanallah sultana summer summer2024 summer2025 summer2026 sunday sunshine sunshine123 superman superman1 superman123
superuser support support123 sweetheart sylhet sysadmin tamim taylor teamo technician telegram teletalk tendulkar tequiero terminator test test1234
test12345 testtest testtesttest thejoker thepassword thomas thunder tiger tigger tomake toor toortoor topsecret tplink transformers trustno1
trustnoone tumiami ubiquiti ubuntu user useruser usman vacation valobashi valobasi victory viewer voldemort vsol wachtwoord warrior webmaster welcome
welcome1 welcome123 welcome1234 welcome12345 welcomewelcome whatever whatsapp wifi wifi123 wifipassword winbox windows winner winter2024 winter2025
winter2026 wizard wonderwoman xsw2zaq1 xxxxxxxx xyzzy yankees yellow yourpassword youtube yusuf zaq12wsx zaq1xsw2 zaq1xsw2cde3 zaq1zaq1 zaqxswcde zte
zxcv1234 zxcvbn zxcvbnm zxcvbnmasdfghjkl zxcvzxcv zxczxc zxczxczxc zzzzzzzz
`

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(LIST.trim().split(/\s+/))
