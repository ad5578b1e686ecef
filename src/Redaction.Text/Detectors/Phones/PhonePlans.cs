using System.Collections.Frozen;
using System.Globalization;

namespace Redaction.Text;

/// <summary>National numbering plans: which first digits are allocated, and how many digits follow.</summary>
internal static class PhonePlans
{
    private const string NorthAmerica =
        "201 202 203 204 205 206 207 208 209 210 212 213 214 215 216 217 218 219 220 223 224 225 226 227 228 229 231 234 235 236 239 240 "
        + "242 246 248 249 250 251 252 253 " +
        "254 256 257 260 262 263 264 267 268 269 270 272 274 276 279 281 283 284 289 301 302 303 304 305 306 307 308 309 310 312 313 314 "
        + "315 316 317 318 319 320 321 323 " +
        "324 325 326 327 329 330 331 332 334 336 337 339 340 341 343 345 346 347 350 351 352 353 354 357 360 361 363 364 365 367 368 369 "
        + "380 382 385 386 387 401 402 403 404 405 406 407 " +
        "408 409 410 412 413 414 415 416 417 418 419 423 424 425 428 430 431 432 434 435 436 437 438 440 441 442 443 445 447 448 450 456 "
        + "457 458 463 464 468 469 470 471 472 473 474 475 " +
        "478 479 480 483 484 500 501 502 503 504 505 506 507 508 509 510 512 513 514 515 516 517 518 519 520 530 531 533 534 539 540 541 "
        + "544 548 551 557 559 561 562 563 564 566 567 " +
        "570 571 572 573 574 575 577 578 579 580 581 582 584 585 586 587 588 600 601 602 603 604 605 606 607 608 609 610 612 613 614 615 "
        + "616 617 618 619 620 621 622 623 624 626 628 629 " +
        "630 631 633 636 639 640 641 645 646 647 649 650 651 656 657 658 659 660 661 662 664 667 669 670 671 672 678 679 680 681 682 683 "
        + "684 686 689 700 701 702 703 704 705 706 707 708 709 710 712 713 714 715 716 " +
        "717 718 719 720 721 724 725 726 727 728 729 730 731 732 734 737 738 740 742 743 747 748 753 754 757 758 760 762 763 765 767 769 "
        + "770 771 772 773 774 775 778 779 780 781 782 784 785 786 787 " +
        "800 801 802 803 804 805 806 807 808 809 810 812 813 814 815 816 817 818 819 820 821 825 826 828 829 830 831 832 833 835 837 838 "
        + "839 840 843 844 845 847 848 849 850 851 854 855 856 857 858 859 " +
        "860 861 862 863 864 865 866 867 868 869 870 872 873 876 877 878 879 888 900 901 902 903 904 905 906 907 908 909 910 912 913 914 "
        + "915 916 917 918 919 920 924 925 928 929 930 931 934 935 936 937 938 939 " +
        "940 941 942 943 945 947 948 949 951 952 954 956 959 970 971 972 973 975 978 979 980 983 984 985 986 989";

    private const string Brazil =
        "11 12 13 14 15 16 17 18 19 21 22 24 27 28 31 32 33 34 35 37 38 41 42 43 44 45 46 47 48 49 51 53 54 55 61 62 63 64 65 66 67 "
        + "68 69 71 73 74 75 77 79 " +
        "81 82 83 84 85 86 87 88 89 91 92 93 94 95 96 97 98 99";

    private static readonly FrozenSet<int> s_northAmerica = Numbers(NorthAmerica);
    private static readonly FrozenSet<int> s_brazil = Numbers(Brazil);

    /// <summary>True when a national number, without its trunk prefix, fits the plan of the country with this calling code;
    /// countries without a table fit by length.</summary>
    public static bool FitsCountry(int code, ReadOnlySpan<char> n) => code switch
    {
        1 => IsNorthAmerica(n),
        33 => IsFrance(n),
        34 => IsSpain(n),
        39 => IsItaly(n),
        44 => IsBritain(n),
        49 => IsGermany(n),
        55 => IsBrazil(n),
        61 => IsAustralia(n),
        91 => IsIndia(n),
        7 => n[0] is >= '3' and not '5',
        _ => true,
    };

    /// <summary>Area code in service, exchange from 2, neither of the form N11.</summary>
    public static bool IsNorthAmerica(ReadOnlySpan<char> n) =>
        n.Length == 10 && s_northAmerica.Contains(First(n, 3)) && n[3] is >= '2' and <= '9' && n[4..6] is not "11";

    public static bool IsBritain(ReadOnlySpan<char> n) => n.Length switch
    {
        10 => n[0] is '1' or '3' or '9' || (n[0] == '2' && n[1] is '0' or '3' or '4' or '8' or '9') || (n[0] == '7' && n[1] is not '2')
            || n[..2] is "55" or "56" or "80" or "84" or "87",
        9 => n[0] == '1' || n[..3] is "800" or "500",
        7 => n[..3] is "800",
        _ => false,
    };

    /// <summary>Mobile 15x, 16x, 17x with eleven or ten digits; area codes begin with 2 to 9; service numbers 180, 700, 800, 900.</summary>
    public static bool IsGermany(ReadOnlySpan<char> n)
    {
        if (n.Length is < 6 or > 11) return false;
        if (n[0] == '1') return (n[1] is '5' or '6' or '7' && n.Length is 10 or 11) || (n[..2] is "80" or "18" && n.Length >= 9);
        return n[0] is >= '2' and <= '9';
    }

    public static bool IsFrance(ReadOnlySpan<char> n) => n.Length == 9 && n[0] is >= '1' and <= '9';

    public static bool IsSpain(ReadOnlySpan<char> n) =>
        n.Length == 9
            && (n[0] == '6' || (n[0] == '7' && n[1] is >= '1' and <= '4')
                || (n[0] is '8' or '9' && n[1] is not '0' || n[..3] is "900" or "901" or "902" or "905"));

    /// <summary>The zero of fixed lines is part of the number; mobile numbers begin with 3.</summary>
    public static bool IsItaly(ReadOnlySpan<char> n) => n[0] switch
    {
        '3' => n.Length is 9 or 10 && n[1] is >= '1' and <= '9',
        '0' => n.Length is >= 6 and <= 11 && n[1] is >= '1' and <= '9',
        '8' => n.Length is 6 or 9 or 10 && n[..3] is "800" or "803" or "840" or "848" or "892" or "899",
        _ => false,
    };

    public static bool IsIndia(ReadOnlySpan<char> n) => n.Length == 10 && n[0] is >= '2' and <= '9';

    public static bool IsChinaMobile(ReadOnlySpan<char> n) => n.Length == 11 && n[0] == '1' && n[1] is >= '3' and <= '9';

    public static bool IsBrazil(ReadOnlySpan<char> n) =>
        (n.Length == 10 && s_brazil.Contains(First(n, 2)) && n[2] is >= '2' and <= '8')
        || (n.Length == 11 && s_brazil.Contains(First(n, 2)) && n[2] == '9' && n[3] is >= '5' or (>= '1' and <= '4'));

    public static bool IsAustralia(ReadOnlySpan<char> n) => n.Length == 9 && n[0] is '2' or '3' or '4' or '7' or '8' or '5';

    private static int First(ReadOnlySpan<char> digits, int count)
    {
        var value = 0;
        foreach (var c in digits[..count]) value = value * 10 + c - '0';
        return value;
    }

    private static FrozenSet<int> Numbers(string list) =>
        list.Split(' ').Select(static n => int.Parse(n, NumberStyles.None, CultureInfo.InvariantCulture)).ToFrozenSet();
}
