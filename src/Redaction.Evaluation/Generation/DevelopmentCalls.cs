namespace Redaction.Evaluation;

/// <summary>Templates and names to look at while rules are written.</summary>
internal static class DevelopmentCalls
{
    public static CallTexts Texts { get; } = new()
    {
        Openings =
        [
            "A thank you for calling customer support my name is {agent} how can i help you today|C hi i have a question about my bill",
            "A good morning this is {agent} speaking how may i help|C hello yes i wanted to change my plan",
            "A thanks for calling you're speaking with {agent} what can i do for you|C hi {agent.echo} my internet has "
            + "been down for two days",
        ],
        Exchanges =
        [
            "A can i have your full name please|C yes it's {name}",
            "A and who am i speaking with|C my name is {name}",
            "A could you spell your last name for me|C sure {lastspelled}",
            "A what is the card number|C {card}|A okay and the expiry date|C {expiry}|A and the three digit security "
            + "code on the back|C {cvv}",
            "A can you read me the long number on the front of the card|C yeah one second it's {card}",
            "A what's the best number to reach you|C you can call me at {phone}",
            "A may i have your phone number in case we get disconnected|C {phone}|A thank you so that's {phone.echo}|C yes",
            "A what is your date of birth|C {dob}",
            "A for verification i need your date of birth and the last four of your social|C okay {dob} and {last4}",
            "A could i get your social security number|C it's {ssn}",
            "A what's your email address|C it's {email}",
            "A where should we send the receipt|C you can send it to {email}",
            "A and your account number please|C my account number is {account}|A {account.echo} got it",
            "A can you confirm your address|C i live at {address}",
            "A what is the billing address on the card|C {address}",
            "A can i take your post code|C yes {postcode}",
            "A what's your zip code|C {zip}",
            "A please tell me the one time code we sent|C {otp}",
            "A do you have your policy number|C {policy}",
            "A what is the name on the card|C {name}",
            "A and your mother's maiden name|C {last}",
            "C the card ending in {last4} was declined",
            "A can i have the sort code and account number|C {sort} and then {account8}",
        ],
        Distractors =
        [
            "C i paid forty nine dollars and ninety nine cents last month|A i can see that charge",
            "C i've been waiting for two or three weeks|A i'm sorry to hear that",
            "A there are two options for you one is monthly and one is yearly|C okay i'll take the first one",
            "C it was a thirty six month contract|A yes that is right",
            "A the technician will be there between nine and eleven on tuesday|C that works for me",
            "C i called four times about this and nobody told me anything|A i understand and i want to fix that for you",
            "A that will be one hundred and twenty five pounds in total|C oh that is too much for me",
            "C since nineteen ninety nine we had no problems at all|A we really appreciate your loyalty",
            "A please hold for one or two minutes while i check|C sure no problem",
            "C the app keeps crashing on my phone when i try to log in|A have you tried to restart it",
            "A it takes five to seven business days|C all right",
            "C at the moment i am at home and the router has three lights on|A is one of them red",
            "A you will save twenty percent for the first six months|C and after that",
            "C my son is eight years old and he uses the tablet|A i see",
        ],
        Closings =
        [
            "A is there anything else i can help you with|C no that's all thank you|A have a great day",
            "C thanks for your help|A you're welcome goodbye",
        ],
        FirstNames =
            ["sarah", "james", "maria", "ahmed", "emily", "robert", "priya", "carlos", "olivia", "daniel", "karen", "wei", "grace", "mark"],
        LastNames = ["johnson", "williams", "garcia", "patel", "thompson", "nguyen", "o'brien", "smith", "kowalski", "baker", "fernandez",
            "lindqvist"],
        Streets = ["oak street", "maple avenue", "church road", "high street", "sunset boulevard", "park lane", "elm drive",
            "station road"],
        Cities = ["springfield illinois", "austin texas", "manchester", "denver colorado", "leeds"],
        Domains = ["gmail dot com", "yahoo dot com", "hotmail dot co dot uk", "example dot org", "outlook dot com", "g mail dot com"],
        Fillers = ["um", "uh", "er", "let me see"],
        Corrections = ["no wait", "sorry", "i mean"],
        BackChannels = ["okay", "mm-hmm", "uh-huh", "got it", "yes", "go ahead"],
    };
}
