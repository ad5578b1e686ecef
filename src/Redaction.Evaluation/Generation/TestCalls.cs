namespace Redaction.Evaluation;

/// <summary>Templates and names to measure with; none is in the development set.</summary>
internal static class TestCalls
{
    public static CallTexts Texts { get; } = new()
    {
        Openings =
        [
            "A hello you've reached northgate insurance {agent} here what seems to be the trouble|C hi there i need to update "
            + "some things on my policy",
            "A welcome to the billing department i'm {agent} and i'll be assisting you|C good afternoon i was charged twice",
            "A hi this is {agent} from the bank am i speaking to {name}|C speaking",
            "C hello my name's {name} and i'm calling about an invoice|A no problem at all let me look into that",
        ],
        Exchanges =
        [
            "A whom do i have the pleasure of speaking with today|C this is {name} calling",
            "A may i get your first and last name|C sure thing {name}",
            "A how do you spell that|C it's {lastspelled}",
            "A go ahead with the sixteen digits whenever you're ready|C right so it's {card}|A and when does it expire|C {expiry}|A "
            + "perfect and the cvv|C {cvv}",
            "A which card would you like to use|C my visa the number is {card}",
            "A is there a number we can call you back on|C yep my mobile is {phone}",
            "A what telephone number is registered with us|C should be {phone}|A i have {phone.echo} is that correct|C correct",
            "A and you were born on|C {dob}",
            "A to get past security i'll need your birthday|C sure i was born {dob}",
            "A i also need the full social please|C okay {ssn}",
            "A which email do you have on file with us|C i think it is {email}",
            "A i can email you a copy|C great that's {email}",
            "A do you know your account number by any chance|C let me find it okay {account}|A reading that back "
            + "{account.echo}|C that's the one",
            "A which address are we delivering to|C it's {address}",
            "A has your mailing address changed|C yes we moved to {address}",
            "A and the postal code there|C {postcode}",
            "A okay and zip|C {zip}",
            "A you should have received a verification code by text|C got it it says {otp}",
            "A i need the membership number from your letter|C hang on it is {policy}",
            "A whose name is on the account|C my husband's {name}",
            "A what is the answer to your security question your mother's maiden name|C {last}",
            "C it's the account ending with {last4} that has the problem",
            "A could you give me your sort code please|C {sort}|A and the account number|C {account8}",
            "C you can text me on {phone} any time after six",
        ],
        Distractors =
        [
            "C the bill went up from sixty to eighty five dollars for no reason|A let me see why that happened",
            "C we are a family of four and we have two cars|A all right thanks for telling me",
            "A your appointment is at half past ten on friday morning|C could we make it a bit later",
            "C i ordered one of those blue lamps and three of the small ones|A they should ship this week",
            "A the monthly fee is nineteen ninety nine plus tax|C i see and is there a discount",
            "C i waited forty five minutes in the queue|A i apologize for that",
            "A i can offer you a credit of fifteen dollars|C that would be nice",
            "C do i need to send anything to you or is it all done|A no that's everything for now",
            "C back in twenty twelve we had the same trouble|A that was before my time here",
            "A one moment please while i pull up the record|C take your time",
            "C for me it's either this one or that one i don't mind|A both are in stock",
            "A the warranty covers two years or a hundred thousand miles|C that's good to know",
            "C i don't see the button you are talking about at all|A it is at the top of the page",
            "A we close at five thirty on weekdays|C then i'll come by before that",
        ],
        Closings =
        [
            "A anything else today|C nope you've been great|A take care now",
            "C cheers bye|A bye bye",
        ],
        FirstNames = ["deirdre", "tobias", "yolanda", "hamza", "penelope", "gustavo", "meredith", "oluwaseun", "ingrid", "preston",
            "saoirse", "dmitri", "rosalind", "will"],
        LastNames = ["abernathy", "castellanos", "whitcombe", "oyelaran", "mccallister", "zielinski", "hargreaves", "takeuchi", "drummond",
            "pennington", "young", "vasquez"],
        Streets = ["willow crescent", "king's avenue", "mulberry lane", "old mill road", "harbor view drive", "saint james square",
            "bluebell way", "third avenue"],
        Cities = ["tucson arizona", "bristol", "portland oregon", "glasgow", "raleigh north carolina"],
        Domains = ["proton mail dot com", "icloud dot com", "aol dot com", "harbourtech dot io", "btinternet dot com",
            "riverside school dot edu"],
        Fillers = ["erm", "hmm", "you know", "ah"],
        Corrections = ["actually no", "oops", "no sorry", "scratch that"],
        BackChannels = ["right", "yeah", "sure", "okay go on", "mhm"],
    };
}
