using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Values that their place in running text names: after a label, on the lines below it, behind the number of a card.</summary>
public class LabelPlaceTests
{
    [Theory]
    [InlineData("Recovery codes:\n[[8f3a1-c77be]]\n[[02d4e-6b1aa]]\nKeep them.\n")]
    [InlineData("agent: security code please\nkari: [[417]]\n")]
    [InlineData("[10:02] agent: security code please\n[10:02] kari: [[417]]\n")]
    [InlineData("Agent: Can you read me the CVV please?\nCustomer: sure, it's [[417]].\n")]
    [InlineData("What is your phone number?\nCustomer: that would be [[412 88 553]]\n")]
    [InlineData("Which card number?\nCustomer: 2 of them, 41288553\n")] // which of the two
    [InlineData("Name ......... [[Odd Ness]]\n")]
    [InlineData("Secret key\n==========\n[[k9Wq-22Lm]]\n")]
    [InlineData("Results\n=======\nk9Wq-22Lm\n")] // a heading
    [InlineData("user: [[tveitan]]\nshell: /bin/zsh\n")]
    [InlineData("user: thanks\n")] // what was said
    [InlineData("name: Nightly Build\n")] // of a build
    [InlineData("PID|1||[[44187]]^^^Q||[[NESS^ODD^K]]||[[19710303]]|M\r")]
    [InlineData("NK1|1|[[NESS^KARI]]|SPO\n")]
    [InlineData("OBX|1|NM|GLU^Glucose||98|mg/dL\n")] // a result
    [InlineData("RAPID|1||2|3||4||5\n")] // no segment
    [InlineData("Chapter ......... Odd Ness\n")] // a table of contents
    [InlineData("user/pass: [[skog77]]/[[korn7blume]]\n")]
    [InlineData("login/password = [[skog]]:[[korn7blume]]\n")]
    [InlineData("read/write: yes/no\n")]
    [InlineData("login kari / password [[korn7blume!]]\n")]
    [InlineData("machine x login [[ole]] password [[korn7blume]]\n")]
    [InlineData("логин [[leshiy_2]]\n")]
    [InlineData("the password sha256 of it\n")] // a method
    [InlineData("the password field2 is empty\n")] // the sentence goes on
    [InlineData("Nickname: [[skogtroll77]]\n")]
    [InlineData("The password at the cabin is [[Elgtråkk-88]], enjoy!\n")]
    [InlineData("password (staging): [[Elg!trakk88]]\n")]
    [InlineData("Password for the vault → [[Elg!trakk88]]\n")]
    [InlineData("tmp pw [[Elg!trakk88]] works until Friday\n")]
    [InlineData("creds: [[kari]]:[[Elg!trakk88]]\n")]
    [InlineData("login: see http://host1/\n")]
    [InlineData("登录密码是[[Elgtrakk88]]。\n")]
    [InlineData("mon mdp c'est [[tournesol44]]\n")]
    [InlineData("The password page of the manual: chapter12\n")] // a word and a number
    [InlineData("パスワードは [[himawari44]] です\n")]
    [InlineData("<pw>[[korn7blume]]</pw>")]
    [InlineData("login=[[tuvaberg]] action=export\n")]
    [InlineData("usuário: [[mcosta]]\n")]
    [InlineData("my handle is [[tuva_q]] on there\n")]
    [InlineData("TargetUserName=[[tuvaberg]]\n")]
    [InlineData("username=name, other=1\n")]
    [InlineData("DB_USERNAME=[[tuva_mk]]\nDB_HOST=db1\n")]
    [InlineData("spring.datasource.username=[[tuvaberg]]\n")]
    [InlineData("\tAccount Name:\t\t[[tuvaberg]]\n\tAccount Domain:\t\tQUILL\n")]
    [InlineData("f(a, user.username=tuva_mk)\n")] // an argument
    [InlineData("DB_USERNAME=$(id)\n")] // what a shell puts there
    [InlineData("氏名（フリガナ）：[[クイル ツバ]]\n")]
    [InlineData("名義 [[クイル ツバ]]\n")]
    [InlineData("名義 クイル\n")] // one word
    [InlineData("संपूर्ण नाव: [[अनिल रामचंद्र शर्मा]]\n")]
    [InlineData("  DbPassword:\n    Type: String\n    Default: [[kornblumenfeld]]\n")]
    [InlineData("  Region:\n    Type: String\n    Default: eu-north-1\n")] // no credential
    [InlineData("  DbPassword:\n    NoEcho: true\n  Region:\n    Default: eu-north-1\n")] // of the next block
    [InlineData("db_password = 1\ndefault = \"eu-north-1\"\n")] // beside, not below
    [InlineData("Password     : [[korn7blume]]\n")]
    [InlineData("CREATE TABLE `k` (`id` int, `vorname` varchar(9), KEY (`id`));\nINSERT INTO `k` VALUES (1,'[[Odd]]'),(2,'[[Tuva]]');")]
    [InlineData("CREATE TABLE k (vorname text);\nINSERT INTO other VALUES ('Odd');")]
    [InlineData("الاسم: [[زهرا احمدی]]، العمر ٣٠\n")]
    [InlineData("seed phrase: [[ripple anchor velvet fossil kitten orbit maple dune salad trophy violin hazard]]\n")]
    [InlineData("the admin pw is still [[Kornblume22]]\n")]
    [InlineData("NTLM hash: [[0123456789abcdef0123456789abcdef]]\n")]
    [InlineData("created_by=[[tuvaberg]] updated_by=[[oddness]] rows=12\n")]
    [InlineData("created_by=system rows=12\n")]
    [InlineData("नाम [[अनिल शर्मा]] पता मकान 14\n")]
    [InlineData("이름 [[배수지]] 연락처 모름\n")]
    [InlineData("이름 변경\n")] // what is done
    [InlineData("الاسم: [[منى يوسف الخطيب]] رقم الجوال: غير معروف\n")]
    [InlineData("სახელი: [[ნინო ბერიძე]], ქალაქი\n")]
    [InlineData("联系人：[[叶知秋]]（经理）\n")]
    [InlineData("[mail]\nlogin = [[oddness]]\npass = [[Korn8blume]]\nport = 587\n")] // a file of settings
    [InlineData("login = oddness\nlogin.show()\n")] // a program
    [InlineData("रोगी [[सुनीता वर्मा]] आयु 34\n")]
    public void Refine_NamedPlace_IsFound(string marked)
    {
        var (text, _, expected) = Refining.Parse(marked);

        var added = Refining.Run(new NamedPlaces(), text, []).Where(static f => f.Score >= 0.5f).Select(static f => f.Region).Order();

        Assert.Equal(expected, added);
    }

    [Theory]
    [InlineData("variable \"db_password\" {\n  type    = string\n  default = \"kornblumenfeld\"\n}\n", 1)]
    [InlineData("variable \"region\" {\n  default = \"eu-north-1\"\n}\n", 0)] // no credential
    [InlineData("variable \"db_password\" {\n  default = \"\"\n}\n", 0)] // none is given
    public void Refine_DefaultOfABlock_IsFoundForCredentials(string text, int count) =>
        Assert.Equal(count, Refining.Run(new NamedPlaces(), text, []).Count(static f => f.Type == EntityTypes.Secret && f.Score >= 0.5f));

    [Theory]
    [InlineData("{credit-card:4539526018159083}|[[12/27]]|[[417]]")]
    [InlineData("{credit-card:4539 5260 1815 9083}, [[12/2027]]")]
    [InlineData("{credit-card:4539526018159083},[[12,27]],[[417]]")]
    [InlineData("{credit-card:4539526018159083};[[417]];[[12/27]]")]
    [InlineData("{credit-card:4539526018159083} [[1227]] [[417]]")]
    [InlineData("{credit-card:4539526018159083} 1227")] // near miss: four digits alone
    [InlineData("{credit-card:4539526018159083}, code [[417]], exp")] // a word for any code
    [InlineData("{credit-card:4539526018159083} Prüfziffer: [[417]]")]
    [InlineData("{credit-card:4539526018159083} código 41773")] // near miss: too long
    [InlineData("{credit-card:4539526018159083} 417 items")]
    [InlineData("{credit-card:4539526018159083} on 12/27")] // a word between
    [InlineData("{credit-card:4539526018159083}\n12/27 417")] // another line
    public void Refine_CardLine_GivesExpiryAndCode(string marked) => Refining.Check(new CardLines(), marked);
}
