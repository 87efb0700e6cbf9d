namespace UnifiedPlatform.Host.Residents.Demo;

/// <summary>Invents names: surnames by their share in the country, given names by their age, some rare characters and some names with dots.</summary>
internal sealed class DemoNames(Random chance)
{
    // Surname and share in ten thousand, the commonest first; the last ones are there for their readings.
    private static readonly (string Surname, int Weight)[] Surnames =
    [
        ("王", 720), ("李", 700), ("张", 680), ("刘", 540), ("陈", 450), ("杨", 310), ("黄", 240), ("赵", 230), ("吴", 220), ("周", 210), ("徐", 170), ("孙", 150), ("马", 130),
        ("朱", 130), ("胡", 130), ("郭", 120), ("何", 120), ("林", 110), ("高", 110), ("罗", 90), ("郑", 90), ("梁", 85), ("谢", 80), ("宋", 80), ("唐", 75), ("许", 75), ("汪", 70),
        ("程", 70), ("方", 65), ("江", 60), ("丁", 60), ("叶", 58), ("余", 56), ("潘", 54), ("杜", 52), ("夏", 50), ("钱", 45), ("查", 40), ("曾", 40), ("石", 38), ("洪", 34),
        ("操", 20), ("产", 16), ("昝", 12), ("单", 12), ("解", 12), ("仇", 10), ("欧阳", 10), ("翟", 10), ("尉迟", 4), ("诸葛", 4), ("万俟", 2), ("盖", 4), ("缪", 5), ("阚", 5),
    ];

    private static readonly string[] Rare = ["䶮", "𬱖", "㼆", "𠮷", "龑", "翀", "珺", "𣲗", "喆", "堃"];

    private static readonly string[] WithDots =
        ["买买提·吐尔逊", "阿依古丽·阿不都热依木", "古丽娜尔·买买提", "艾力·玉山", "扎西·多吉", "卓玛·央金"];

    private const string OldWomen = "秀兰英珍芳桂玉梅凤莲琴华云香菊贞惠素美珠";
    private const string OldMen = "国强建军志明德福树林文光荣永成家保良春生金";
    private const string Women = "静敏丽娟艳霞燕娜雪婷慧颖洁萍玲红晓倩蓉悦";
    private const string Men = "伟磊勇涛超斌鹏杰刚辉浩宇亮峰波鑫凯飞俊龙";
    private const string Girls = "欣怡梓涵诗雨萱妍雅琪思彤语桐一诺若曦佳瑶";
    private const string Boys = "浩然子轩宇泽俊熙博文天佑梓睿皓铭嘉奕辰逸";

    private readonly int _total = Surnames.Sum(s => s.Weight);

    public string Surname()
    {
        var left = chance.Next(_total);
        foreach (var (surname, weight) in Surnames)
            if ((left -= weight) < 0) return surname;
        return Surnames[0].Surname;
    }

    public string Whole(string surname, bool woman, int year)
    {
        if (chance.Next(250) == 0) return WithDots[chance.Next(WithDots.Length)];
        var given = Given(woman, year);
        return surname + given + (chance.Next(100) < (year < 1990 ? 65 : 80) ? Character(woman, year) : "");
    }

    private string Given(bool woman, int year) => chance.Next(120) == 0 ? Rare[chance.Next(Rare.Length)] : Character(woman, year);

    // The first characters of each list are the commonest: the square of a fraction falls on them more often.
    private string Character(bool woman, int year)
    {
        var from = (woman, year) switch
        {
            (true, < 1970) => OldWomen, (false, < 1970) => OldMen, (true, < 2000) => Women, (false, < 2000) => Men, (true, _) => Girls, _ => Boys,
        };
        var fraction = chance.NextDouble();
        return from[(int)(fraction * fraction * from.Length)].ToString();
    }
}
