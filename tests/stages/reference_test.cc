// Whom pronouns, descriptions and quotations without a source mean: over texts whose labels are given by hand, so no network is asked.
#include "rows.h"

namespace firsthand::stages {
namespace {

// "own Nora Quill": how the words came, and who said them.
Lines list_hands(const Reading& reading) {
    constexpr std::string_view kHands[] = {"own", "told", "retold"};
    Lines lines;
    for (const Attribution& attribution : reading.attributions) lines.push_back(std::string(kHands[static_cast<int>(attribution.hand)]) + " " + call_entity(reading, attribution.speaker));
    return lines;
}

TEST(HeAndShe, AgreeInGender) {
    expect_rows({
        {"Defence lawyer {Joanna Reddick} and prosecutor {Carl Massing} traded jabs outside the courthouse. <t1>“It is a circus,”</t1> <s1>she</s1> <c1>said</c1>.", {"Joanna Reddick"}},
        {"Defence lawyer {Joanna Reddick} and prosecutor {Carl Massing} traded jabs outside the courthouse. <t1>“It is a circus,”</t1> <s1>he</s1> <c1>said</c1>.", {"Carl Massing"}},
        {"{Paul Tarrant}, 61, was driving home with his daughter, {Emily}, when the ice gave way. <t1>“I just screamed,”</t1> <s1>she</s1> <c1>recalled</c1>.", {"Emily"}},
        {"Mrs. {Ostrander} and her neighbour, Mr. {Bellweather}, have not spoken since the fence went up. <s1>He</s1> <c1>insists</c1> <t1>the line is two feet off</t1>.", {"Bellweather"}},
        {"{Sarah Kettleby} replaced {David Orme} as head coach in March. <s1>She</s1> <c1>said</c1> <t1>the squad needed a new voice</t1>.", {"Sarah Kettleby"}},
        {"{David Orme} was replaced by {Sarah Kettleby} as head coach in March. <s1>She</s1> <c1>said</c1> <t1>the squad needed a new voice</t1>.", {"Sarah Kettleby"}},
        {"Actress {Rhia Stolle} arrived with director {Tomasz Wend} at the ~Calder Bay~ premiere. <t1>“We shot it in nine days,”</t1> <s1>she</s1> <c1>told</c1> reporters.", {"Rhia Stolle"}},
        {"{Robert Haskin}’s widow, {Linda}, kept the letters for forty years. <t1>“They smelled of tobacco,”</t1> <s1><s2>she</s2></s1> <c1>said</c1>, <c2>adding</c2> <t2>that nobody had asked for them</t2>.", {"Linda", "Linda"}},
        {"The bride, {Karen Dowd}, fainted twice; her brother {Michael}, a paramedic, caught her both times. <t1>“It was the heat, nothing else,”</t1> <s1>he</s1> <c1>joked</c1>.", {"Michael"}},
        {"Sgt. {Anna Brill} pulled {James Coker} from the water shortly after 4 a.m., and <s1>he</s1> later thanked her, <c1>saying</c1> <t1>he owed her his life</t1>.", {"James Coker"}},
        {"[Halden Motors] named {Susan Pryce} chief executive on Tuesday, ending weeks of rumour. <s1>She</s1> <c1>said</c1> in a memo <t1>that no plant would close</t1>.", {"Susan Pryce <- memo"}},
        {"King {Oswin} and Queen {Maritte} of ~Norland~ toured the flooded quarter. <t1>“You are not forgotten,”</t1> <s1>she</s1> <c1>told</c1> a baker there.", {"Maritte"}},
        {"Congresswoman {Dell Ambry} debated Congressman {Toby Varn} for an hour. <s1>He</s1> <c1>accused</c1> her of <t1>“hiding behind a budget”</t1>, and <s2>she</s2> <c2>called</c2> that <t2>“a bedtime story.”</t2>", {"Toby Varn", "Dell Ambry"}},
        {"{Alice Thornbury}, 70, and {George Tamm}, 81, were the last to leave the quarter. {Tamm}’s dogs would not board. <t1>“I rowed, he sang,”</t1> <s1>she</s1> <c1>said</c1>, wiping her glasses.", {"Alice Thornbury"}},
        {"Sir {Edward Marsh} sold the manor to Dame {Judith Ames} in a deal first reported by the Guardian. <s1>She</s1> <c1>has said</c1> <t1>the roof will cost a million</t1>.", {"Judith Ames"}},
        {"A judge jailed {Roy Lash} on Tuesday. {Diane Roe}, his ex-wife and the mother of his two sons, wept in the gallery. <t1>“It is not enough,”</t1> <s1>she</s1> <c1>told</c1> reporters outside.", {"Diane Roe"}},
        {"The bishop, {Tove Halloran}, was late for the service. <t1>“It rained,”</t1> <s1>she</s1> <c1>said</c1>.", {"Tove Halloran"}},
    });
}

TEST(HeAndShe, FollowTheFocus) {
    expect_rows({
        {"{Mark Tilden} beat {Steven Loy} in straight sets on Sunday. <t1>“My serve was there when I needed it,”</t1> <s1>he</s1> <c1>said</c1>.", {"Mark Tilden"}},
        {"<t1>“I will appeal,”</t1> <s1>{Mark Tilden}</s1> <c1>said</c1> after Judge {Steven Loy} fined him. <s2>He</s2> <c2>added</c2> <t2>that he could not pay</t2>.", {"Mark Tilden", "Mark Tilden"}},
        {"<s1>{Mark Tilden}</s1> <c1>said</c1> <t1>{Steven Loy} had broken the lock</t1>. <s2>He</s2> <c2>said</c2> <t2>he saw it from the stairs</t2>.", {"Mark Tilden", "Mark Tilden"}},
        {"{Grace Penhall} left the firm after a row with {Susan Oake}. <t1>“I had nothing left to give,”</t1> <s1>she</s1> <c1>said</c1> of the split.", {"Grace Penhall"}},
        {"<s1>Councillor {Jane Foss}</s1> <c1>said</c1> <t1>the bypass was dead</t1>. {Laura Finch} of the [Bypass Campaign] left in tears. <t2>“It is over,”</t2> <s2>{Foss}</s2> <c2>said</c2>. <s3>She</s3> <c3>suggested</c3> <t3>a tunnel instead</t3>.", {"Jane Foss", "Jane Foss", "Jane Foss"}},
        {"{Thomas Airey} thanked {William Baines}, who drove through the night to find him. <t1>“He never gave up on me,”</t1> <s1>he</s1> <c1>said</c1>.", {"Thomas Airey"}},
        {"Fans of {Kevin Storr} waited until dawn. {Storr}, who once sang in a band with {Gary Mull}, came out at six. <t1>“You are all mad,”</t1> <s1>he</s1> <c1>told</c1> them.", {"Kevin Storr"}},
        {"<s1>{Emma Sayle}</s1> <c1>told</c1> the jury <t1>that {Diane Roe} took the keys</t1>. Under cross-examination, <s2>she</s2> <c2>conceded</c2> <t2>that she had been drinking</t2>.", {"Emma Sayle", "Emma Sayle"}},
        {"In a letter to {Henry Vance}, <s1>{Arthur Moody}</s1> <c1>called</c1> the sale <t1>“a fraud.”</t1> <s2>He</s2> <c2>demanded</c2> <t2>that the board resign</t2>.", {"Arthur Moody <- letter to Henry Vance", "Arthur Moody <- letter to Henry Vance"}},
        {"With {Daniel Frome} out injured, {Chris Wade} started in goal and saved two penalties. <t1>“I guessed right twice,”</t1> <s1>he</s1> <c1>said</c1>.", {"Chris Wade"}},
        {"{Julia Marsh}, the widow of painter {Edward Marsh}, opened the gallery doors herself. <t1>“No speeches,”</t1> <s1>she</s1> <c1>said</c1>.", {"Julia Marsh"}},
        {"{Roy Lash} was led in by {Carl Massing}, his solicitor. <s1>{Massing}</s1> <c1>asked</c1> for <t1>an adjournment</t1>. <s2>He</s2> <c2>said</c2> <t2>his client had not slept</t2>.", {"Carl Massing", "Carl Massing"}},
        {"Asked about {Edward Marsh}, {Thomas Airey} shook his head. <t1>“We never spoke again,”</t1> <s1>he</s1> <c1>said</c1>.", {"Thomas Airey"}},
        {"{Emily Tarrant} called {Nancy Prewitt} from the hospital. {Prewitt} did not pick up. <t1>“I was in the garden,”</t1> <s1>she</s1> <c1>said</c1> later.", {"Nancy Prewitt"}},
        {"According to {Laura Finch}’s diary, {Jane Foss} wept at the meeting. <s1>{Foss}</s1> <c1>denies</c1> <t1>it</t1>. <t2>“I had a cold,”</t2> <s2>she</s2> <c2>said</c2>.", {"Jane Foss", "Jane Foss"}},
        {"{Michael Dowd}, 38, a paramedic with the [Lower Mill Ambulance Service], was first on the scene with his partner, {James Coker}. {Coker} handled the radio. <t1>“There was no pulse,”</t1> <s1>{Dowd}</s1> <c1>said</c1>. <t2>“Then there was,”</t2> <s2>he</s2> <c2>added</c2>.", {"Michael Dowd", "Michael Dowd"}},
        {"<t1>“{Steven} was a brother to me,”</t1> <s1>{William Baines}</s1> <c1>said</c1> of {Steven Loy}, who died on Monday. <s2>He</s2> <c2>said</c2> <t2>the two had planned to sail in May</t2>.", {"William Baines", "William Baines"}},
        {"{Chris Wade} was asked about {Daniel Frome}. <t1>“He’s a great lad and he’ll be back,”</t1> <s1>he</s1> <c1>said</c1>, according to the club’s site.", {"Chris Wade"}},
        {"{Roy Lash} was on the quay. <s1>A witness</s1> <c1>said</c1> <t1>she heard a bang</t1>. <t2>“Then smoke,”</t2> <s2>she</s2> <c2>said</c2>.", {"witness", "witness"}},
    });
}

TEST(HeAndShe, InSomebodysWordsAreSomebodyElse) {
    expect_rows({
        {"{Gary Mull} left the band in May. <t1>“<s2>He</s2> <c2>told</c2> me <t2>it was over</t2>,”</t1> <s1>{Kevin Storr}</s1> <c1>said</c1>.", {"Kevin Storr", "Gary Mull <- Kevin Storr"}},
        {"<s1>{Karen Dowd}</s1> <c1>said</c1> <t1>her husband, {Michael}, was to blame. “<s2>He</s2> <c2>said</c2> <t2>the gate was shut</t2>.”</t1>", {"Karen Dowd", "Michael <- Karen Dowd"}},
        {"{Peter Gault} was there too. <t1>“<s2>He</s2> <c2>shouted</c2> <t2>that the boat was mine</t2>,”</t1> <s1>{Roy Lash}</s1> <c1>told</c1> Reuters.", {"Roy Lash <- Reuters", "Peter Gault <- Roy Lash <- Reuters"}},
        {"<s1>{David Orme}</s1> <c1>said</c1> <t1><s2>he</s2> <c2>believed</c2> <t2>the game was fixed</t2></t1>.", {"David Orme", "David Orme"}},
        {"<s1>{David Orme}</s1> <c1>told</c1> the court <t1>that <s2>he</s2> <c2>had warned</c2> {Steven Loy} <t2>not to bet</t2></t1>.", {"David Orme", "David Orme"}},
        {"<s1>{Amy Strand}</s1> <c1>said</c1> <t1><s2>she</s2> <c2>thought</c2> <t2>{Rhia Stolle} was joking</t2></t1>.", {"Amy Strand", "Amy Strand"}},
        {"<s1>{Judith Ames}</s1> <c1>recalled</c1> her last talk with {Philip Crewe}: <t1>“<s2>He</s2> <c2>said</c2> <t2>the vault was safe</t2>.”</t1> <t3>“I believed him.”</t3>", {"Judith Ames", "Philip Crewe <- Judith Ames", "Judith Ames"}},
        {"{Toby Varn} has a new plan. <t1>“<s2>He</s2> <c2>thinks</c2> <t2>the ports pay for themselves</t2>,”</t1> <s1>Congresswoman {Linda Ambry}</s1> <c1>said</c1>.", {"Linda Ambry", "Toby Varn <- Linda Ambry"}},
        {"<t1>“My son was a good boy. <s2>He</s2> <c2>told</c2> me <t2>he was coming home</t2>,”</t1> <s1>{Nancy Prewitt}</s1> <c1>said</c1> of {Daniel}.", {"Nancy Prewitt", "Daniel <- Nancy Prewitt"}},
        {"{Joanna Reddick}, a lawyer, sat by {Carl Massing}. <t1>“<s2>He</s2> <c2>said</c2> <t2>yes to everything</t2>,”</t1> <s1>she</s1> <c1>said</c1>.", {"Joanna Reddick", "Carl Massing <- Joanna Reddick"}},
    });
}

TEST(HeAndShe, ReachOverSentences) {
    expect_rows({
        {"{Alice Thornbury} has run the ferry since 1988. The boat holds forty people. On weekdays it is mostly empty. <t1>“I talk to the gulls,”</t1> <s1>she</s1> <c1>said</c1>.", {"Alice Thornbury"}},
        {"{Frank Oduya} lost his farm in the fire.\n\nThe insurer, [Crestline Mutual], has yet to visit. More than 200 claims are open in the county, and the wait grows.\n\n<t1>“I stopped calling,”</t1> <s1>he</s1> <c1>said</c1>.", {"Frank Oduya"}},
        {"<s1>{Brian Keele}</s1> <c1>said</c1> <t1>the well was dry</t1>. The district confirmed it in June. Rain is not expected before autumn. <s2>He</s2> <c2>said</c2> <t2>his cattle would not last that long</t2>.", {"Brian Keele", "Brian Keele"}},
        {"{Victoria Lunn}, 33, rowed from ~Port Sall~ to ~Norland~ alone. The trip took 71 days. Twice the boat rolled over. Her radio died in the first week.\n\n<t1>“The silence was the best part,”</t1> <s1>she</s1> <c1>said</c1> on Monday.", {"Victoria Lunn"}},
        {"{Martin Gale} opened the shop in May. {Helen Soar} opened hers across the road in June. Both sell nothing but buttons. <t1>“There are enough buttons for two,”</t1> <s1>he</s1> <c1>said</c1>.", {"Martin Gale"}},
        {"{Helen Soar} is the last lamplighter in ~Old Weir~. There were eleven once. The council pays her by the lamp. <s1>She</s1> <c1>thinks</c1> <t1>the lamps will outlive her</t1>.", {"Helen Soar"}},
        {"{Nancy Prewitt} met {Roy Lash} in 2009. They married in a barn. It rained. Nobody minded. <s1>She</s1> <c1>remembers</c1> <t1>that the cake slid off the table</t1>.", {"Nancy Prewitt"}},
        {"<t1>“We lost everything,”</t1> <s1>{George Tamm}</s1> <c1>said</c1>.\n\nThe flood reached the second floor by noon. Helicopters took the old people first. {Tamm} stayed behind with the dogs.\n\n<s2>He</s2> <c2>said</c2> <t2>he would do it again</t2>.", {"George Tamm", "George Tamm"}},
        {"{Amy Strand} plays a judge in the new series. Filming began in ~Calder Bay~ last winter. The budget was tiny. There were no trailers. There was no heating. <t1>“I wore three coats under the robe,”</t1> <s1>she</s1> <c1>said</c1>.", {"Amy Strand"}},
        {"{Philip Crewe} resigned on Friday as chairman of the [Weir Trust]. {Margaret Dow}, his deputy, takes over. The trust owns nine bridges. <s1>He</s1> <c1>cited</c1> <t1>ill health</t1>.", {"Philip Crewe"}},
        {"{Judith Ames} wrote the first report in 2011. The second never appeared. <s1>She</s1> <c1>blames</c1> the delay on <t1>“lawyers, all of them.”</t1>", {"Judith Ames"}},
    });
}

TEST(They, MeanASourceSeveralOrABody) {
    expect_rows({
        {"<t1>“The couple sleep in separate wings,”</t1> <s1>a palace insider</s1> <c1>told</c1> Page Six. <t2>“It has been months,”</t2> <s2>they</s2> <c2>added</c2>.", {"palace insider <- Page Six", "palace insider <- Page Six"}},
        {"<s1>A source</s1> <c1>tells</c1> People <t1>that {Lana Voss} is “heartbroken.”</t1> <s2>They</s2> <c2>say</c2> <t2>the singer “never saw it coming”</t2>.", {"source <- People", "source <- People"}},
        {"<s1>Two neighbours</s1> <c1>said</c1> <t1>the shouting began at ten</t1>. <s2>They</s2> <c2>said</c2> <t2>a door was kicked in soon after</t2>.", {"Two neighbours", "Two neighbours"}},
        {"<s1>Prosecutors</s1> <c1>said</c1> <t1>{Roy Lash} forged the deed</t1>. <s2>They</s2> <c2>allege</c2> <t2>he used his mother’s signature</t2>.", {"Prosecutors", "Prosecutors"}},
        {"<s1>Police in ~Old Weir~</s1> <c1>said</c1> <t1>the car was stolen</t1>. <s2>They</s2> <c2>believe</c2> <t2>two men were inside</t2>.", {"Police in Old Weir", "Police in Old Weir"}},
        {"<s1>Researchers at [Norland University]</s1> <c1>found</c1> <t1>that the eels return each May</t1>. <s2>They</s2> <c2>suspect</c2> <t2>the moon plays a part</t2>.", {"Researchers at Norland University", "Researchers at Norland University"}},
        {"<s1>The sisters</s1> <c1>told</c1> the Guardian <t1>they had never met their father</t1>. <s2>They</s2> <c2>said</c2> <t2>he wrote once a year</t2>.", {"sisters <- Guardian", "sisters <- Guardian"}},
        {"<s1>[Crestline Mutual]</s1> <c1>said</c1> <t1>the claim was late</t1>. <s2>They</s2> also <c2>said</c2> <t2>the photographs were unclear</t2>, according to {Frank Oduya}.", {"Crestline Mutual", "Crestline Mutual"}},
        {"<s1>Several former employees</s1> <c1>described</c1> the office as <t1>“a swamp.”</t1> {Philip Crewe}, the founder, was rarely there. <s2>They</s2> <c2>said</c2> <t2>pay came late or not at all</t2>.", {"Several former employees", "Several former employees"}},
        {"<s1>Witnesses</s1> <c1>reported</c1> <t1>a flash over the harbour</t1>. {Helen Soar} saw nothing. <s2>They</s2> <c2>described</c2> <t2>“a green ball, low and slow”</t2>.", {"Witnesses", "Witnesses"}},
        {"<t1>“He is a nightmare to work for,”</t1> <s1>one crew member</s1> <c1>told</c1> TMZ of {Tomasz Wend}. <s2>They</s2> <c2>claimed</c2> <t2>he threw a chair</t2>.", {"one crew member <- TMZ", "one crew member <- TMZ"}},
        {"<s1>Her parents</s1> <c1>said</c1> <t1>{Emily Tarrant} was found safe</t1>. <t2>“We thank every volunteer,”</t2> <s2>they</s2> <c2>said</c2> in a statement.", {"parents", "parents"}},
        {"<s1>A friend of the couple</s1> <c1>told</c1> Page Six <t1>they were “on a break.”</t1> The friend has known {Lana Voss} for years. <s2>They</s2> <c2>said</c2> <t2>the ring was back in its box</t2>.", {"friend of the couple <- Page Six", "friend of the couple <- Page Six"}},
        {"<s1>Detectives</s1> <c1>said</c1> <t1>{Roy Lash} was held for nine hours</t1>. {Lash} owns the boat. <s2>They</s2> <c2>say</c2> <t2>he changed his story twice</t2>.", {"Detectives", "Detectives"}},
        {"<s1>The [Weir Trust]</s1> <c1>told</c1> Reuters <t1>that the bridge is sound</t1>. <s2>They</s2> <c2>added</c2> <t2>that it would be inspected in May</t2>.", {"Weir Trust <- Reuters", "Weir Trust <- Reuters"}},
        {"<t1>“They fight like cats,”</t1> <s1>the insider</s1> <c1>said</c1> of {Lana Voss} and {Gary Mull}. <t2>“And then they make up,”</t2> <s2>they</s2> <c2>told</c2> Page Six.", {"insider", "insider <- Page Six"}},
        {"{Frank Oduya} and his wife, {Grace}, lost the farm. <s1>Officials</s1> <c1>said</c1> <t1>the fire began in a barn</t1>. The couple were asleep. <s2>They</s2> <c2>said</c2> <t2>arson was unlikely</t2>.", {"Officials", "Officials"}},
        {"<s1>The [Norland Workers Union]</s1> <c1>called</c1> the offer <t1>“crumbs.”</t1> [Halden Motors] made it on Friday, after a week of talks. <s2>They</s2> <c2>vowed</c2> <t2>to walk out on Monday</t2>, members said.", {"Norland Workers Union", "Norland Workers Union"}},
    });
}

TEST(It, MeansABodyOrAPaper) {
    expect_rows({
        {"<s1>[Halden Motors]</s1> <c1>said</c1> <t1>the recall covers 4,000 vans</t1>. <s2>It</s2> <c2>said</c2> <t2>no one had been hurt</t2>.", {"Halden Motors", "Halden Motors"}},
        {"<s1>The report</s1> <c1>found</c1> <t1>that the dam was cracked</t1>. <s2>It</s2> <c2>said</c2> <t2>inspectors had looked away</t2>.", {"report", "report"}},
        {"<s1>The lawsuit</s1>, filed in ~Calder Bay~, <c1>accuses</c1> {Roy Lash} of <t1>fraud</t1>. <s2>It</s2> <c2>claims</c2> <t2>he sold the same boat twice</t2>.", {"lawsuit", "lawsuit"}},
        {"<s1>The [Weir Trust]</s1> <c1>denied</c1> <t1>that {Philip Crewe} was pushed out</t1>. <s2>It</s2> <c2>called</c2> the reports <t2>“fiction.”</t2>", {"Weir Trust", "Weir Trust"}},
        {"<s1>The ministry</s1> <c1>announced</c1> <t1>a curfew in three districts</t1>. <s2>It</s2> <c2>warned</c2> <t2>that looters would be shot</t2>.", {"ministry", "ministry"}},
        {"<s1>A study of 900 nurses</s1> <c1>shows</c1> <t1>that night shifts shorten sleep</t1>. <s2>It</s2> also <c2>suggests</c2> <t2>a link with back pain</t2>.", {"study of 900 nurses", "study of 900 nurses"}},
        {"<s1>The [Lower Mill School Board]</s1> <c1>said</c1> <t1>{Ida Holm} had resigned</t1>. {Holm} did not answer calls. <s2>It</s2> <c2>thanked</c2> her for <t2>“years of patience.”</t2>", {"Lower Mill School Board", "Lower Mill School Board"}},
        {"<s1>The indictment</s1> <c1>says</c1> <t1>{Vance} moved the money abroad</t1>. <s2>It</s2> <c2>alleges</c2> <t2>eleven transfers to ~Port Sall~</t2>.", {"indictment", "indictment"}},
        {"In its filing, <s1>the bank</s1> <c1>conceded</c1> <t1>that fees were charged to the dead</t1>. <s2>It</s2> <c2>promised</c2> <t2>refunds by Christmas</t2>.", {"bank <- filing", "bank <- filing"}},
        {"<s1>A poll by [Orrin Research]</s1> <c1>put</c1> {Toby Varn} <t1>nine points ahead</t1>. <s2>It</s2> <c2>found</c2> <t2>that one voter in five was undecided</t2>.", {"poll by Orrin Research", "poll by Orrin Research"}},
        {"<s1>The audit</s1> <c1>found</c1> <t1>that {Philip Crewe} signed blank cheques</t1>. {Crewe} has left the country. <s2>It</s2> <c2>concluded</c2> <t2>that nobody had checked</t2>.", {"audit", "audit"}},
        {"<t1>“Our bolts are fine,”</t1> <s1>[Halden Motors]</s1> <c1>said</c1>. <t2>“We stand by them,”</t2> <s2>it</s2> <c2>added</c2>.", {"Halden Motors", "Halden Motors"}},
        {"{Ida Holm} left [Norland University] in 2019. <s1>The university</s1> <c1>said</c1> <t1>it wished her well</t1>. <s2>It</s2> <c2>denied</c2> <t2>that she was dismissed</t2>.", {"Norland University", "Norland University"}},
        {"<s1>The complaint</s1> <c1>states</c1> <t1>that {Tomasz Wend} threw a chair</t1>. [Brightwater Studios] is named as a co-defendant. <s2>It</s2> <c2>alleges</c2> <t2>that producers laughed</t2>.", {"complaint", "complaint"}},
        {"<s1>The [Norland Aviation Agency]</s1> <c1>said</c1> <t1>[Kestrel Air] had skipped two inspections</t1>. <s2>It</s2> <c2>ordered</c2> <t2>that nine jets be grounded</t2>.", {"Norland Aviation Agency", "Norland Aviation Agency"}},
    });
}

TEST(FirstPersons, AreTheSpeakerOfTheWordsAround) {
    expect_rows({
        {"<t1>“<s2>I</s2> <c2>told</c2> the doctor <t2>that it was only a bruise</t2>,”</t1> <s1>{Amy Strand}</s1> <c1>said</c1>.", {"Amy Strand", "Amy Strand"}},
        {"<t1>“<s2>I</s2> <c2>think</c2> <t2>we can win this</t2>,”</t1> <s1>coach {Sarah Kettleby}</s1> <c1>told</c1> reporters.", {"Sarah Kettleby", "Sarah Kettleby"}},
        {"{Roy Lash} sat next to {Nancy Prewitt}. <t1>“<s2>I</s2> <c2>know</c2> <t2>he is lying</t2>,”</t1> <s1>she</s1> <c1>said</c1>.", {"Nancy Prewitt", "Nancy Prewitt"}},
        {"<t1>“<s2>I</s2> <c2>believe</c2> <t2>{Carl Massing} knew</t2>,”</t1> <s1>{Joanna Reddick}</s1> <c1>said</c1>. <t3>“<s4>I</s4> <c4>asked</c4> him <t4>why he waited</t4>.”</t3>", {"Joanna Reddick", "Joanna Reddick", "Joanna Reddick", "Joanna Reddick"}},
        {"<s1>{George Tamm}</s1> <c1>recalled</c1>: <t1>“My mother came in. <s2>I</s2> <c2>said</c2>, <t2>‘Take the dogs first.’</t2>”</t1>", {"George Tamm", "George Tamm"}},
        {"<t1>“<s2>We</s2> <c2>believe</c2> <t2>the bridge can be saved</t2>,”</t1> <s1>the [Weir Trust]</s1> <c1>said</c1> in a statement.", {"Weir Trust", "Weir Trust"}},
        {"<t1>“<s2>We</s2> <c2>thought</c2> <t2>the road was open</t2>,”</t1> <s1>{Brian Keele}</s1>, a driver, <c1>said</c1>.", {"Brian Keele", "Brian Keele"}},
        {"<s1>{Ida Holm}</s1> <c1>said</c1>: <t1>“<s2>We</s2> <c2>know</c2> <t2>that the river rises every spring</t2>. <s3>We</s3> just <c3>did not expect</c3> <t3>it in February</t3>.”</t1>", {"Ida Holm", "Ida Holm", "Ida Holm"}},
        {"<s1>A source</s1> <c1>told</c1> People: <t1>“<s2>I</s2> <c2>don’t think</c2> <t2>they will ever speak again</t2>.”</t1>", {"source <- People", "source <- People"}},
        {"<s1>{Philip Crewe}</s1> <c1>told</c1> the board, <t1>“<s2>We</s2> <c2>promised</c2> <t2>nine bridges by June</t2>, and <s3>I</s3> <c3>admit</c3> <t3>there are four</t3>.”</t1>", {"Philip Crewe", "Philip Crewe", "Philip Crewe"}},
        {"{Susan Pryce} runs [Halden Motors]. <t1>“<s2>We</s2> <c2>estimate</c2> <t2>that one bolt in a thousand is bad</t2>,”</t1> <s1>she</s1> <c1>said</c1>.", {"Susan Pryce", "Susan Pryce"}},
        {"<t1>“<s2>I</s2>’ve always <c2>said</c2> <t2>that talent is just stubbornness</t2>,”</t1> <s1>the director {Tomasz Wend}</s1> <c1>told</c1> the Guardian.", {"Tomasz Wend <- Guardian", "Tomasz Wend <- Guardian"}},
        {"<s1>[Kestrel Air]</s1> <c1>wrote</c1>: <t1>“<s2>We</s2> <c2>confirm</c2> <t2>that flight 9 turned back</t2>. <s3>We</s3> <c3>believe</c3> <t3>a bird hit the engine</t3>.”</t1>", {"Kestrel Air", "Kestrel Air", "Kestrel Air"}},
    });
}

TEST(FirstPersons, OutsideOfAllWordsAreTheArticle) {
    expect_rows({
        {"<s1>I</s1> <c1>think</c1> <t1>the new library is the ugliest building in ~Old Weir~</t1>.", {"the article"}},
        {"{Philip Crewe} is a decent man. <s1>I</s1> <c1>doubt</c1> <t1>he ever read the contract</t1>.", {"the article"}},
        {"When {Lana Voss} walks in, the café falls silent. <s1>I</s1> <c1>ask</c1> <t1>whether she minds</t1>. <t2>“You get used to it,”</t2> <s2>she</s2> <c2>says</c2>.", {"the article", "Lana Voss"}},
        {"For years <s1>I</s1> <c1>assumed</c1> <t1>that eels were fish like any other</t1>. <s2>{Ida Holm} of [Norland University]</s2> <c2>says</c2> <t2>they are not</t2>.", {"the article", "Ida Holm"}},
        {"<s1>I</s1> <c1>wrote</c1> in May <t1>that {Toby Varn} would lose</t1>. I <c2>was told</c2> <t2>that I was mad</t2>.", {"the article", "nobody"}},
        {"<t1>“No one reads it,”</t1> <s1>a colleague</s1> <c1>told</c1> me. <s2>I</s2> <c2>hope</c2> <t2>he is wrong</t2>.", {"colleague", "the article"}},
        {"<s1>I</s1> <c1>have heard</c1> <t1>that the ferry will stop in autumn</t1>, and <s2>I</s2> <c2>fear</c2> <t2>it is true</t2>.", {"the article", "the article"}},
        {"The eel is a mystery. <s1>I</s1> <c1>say</c1> <t1>leave it in peace</t1>, and I have eaten hundreds. In ~Port Sall~ they are smoked whole.", {"the article"}},
        {"[Halden Motors] sent no one to the hearing. <s1>I</s1> <c1>wonder</c1> <t1>why</t1>.", {"the article"}},
        {"Last week <s1>I</s1> <c1>reported</c1> <t1>that {Henry Vance} had left ~Norland~</t1>. That was wrong.", {"the article"}},
        {"Reader, <s1>I</s1> <c1>confess</c1>: <t1>I bought the buttons</t1>. All of them, from {Martin Gale}, on a Sunday.", {"the article"}},
    });
}

TEST(Who, IsTheAntecedent) {
    expect_rows({
        {"<s1>{Carl Massing}</s1>, who <c1>said</c1> <t1>he had acted alone</t1>, will be sentenced in May.", {"Carl Massing"}},
        {"The crowd cheered <s1>{Anna Brill}</s1>, who <c1>told</c1> them <t1>that the river had crested</t1>.", {"Anna Brill"}},
        {"{Paul Tarrant} was pulled out by <s1>{Michael Dowd}</s1>, who <c1>said</c1> <t1>he acted without thinking</t1>.", {"Michael Dowd"}},
        {"The fire was seen by <s1>{Roy Lash}, 52, a retired welder from ~Port Sall~</s1>, who <c1>thought</c1> <t1>it was a barbecue</t1>.", {"Roy Lash"}},
        {"<s1>{Victoria Lunn}’s coach, {Steven Loy}</s1>, who <c1>had warned</c1> <t1>that the boat was too light</t1>, met her on the quay.", {"Steven Loy"}},
        {"It was <s1>{Judith Ames}</s1> who first <c1>reported</c1> <t1>that the vault was empty</t1>, not {Edward Marsh}.", {"Judith Ames"}},
        {"The sale angered <s1>{Arthur Moody}</s1>, who <c1>called</c1> it <t1>“a fraud,”</t1> and <s2>{Henry Vance}</s2>, who <c2>called</c2> it <t2>“overdue.”</t2>", {"Arthur Moody", "Henry Vance"}},
        {"{Emma Sayle} sued <s1>[Crestline Mutual]</s1>, which <c1>says</c1> <t1>her claim was late</t1>.", {"Crestline Mutual"}},
        {"<s1>{Daniel Frome}</s1> (who <c1>insists</c1> <t1>he is fit</t1>) did not train with {Chris Wade} on Friday.", {"Daniel Frome"}},
        {"<s1>{Kevin Storr}, a friend of {Gary Mull}</s1> who <c1>says</c1> <t1>he saw the fight</t1>, has not been questioned.", {"Kevin Storr"}},
        {"<s1>The nurse</s1> who <c1>told</c1> the Guardian <t1>that {Diane Roe} was conscious</t1> has been suspended.", {"nurse <- Guardian"}},
        {"The farm belongs to {Frank Oduya}, whose brother, <s1>{Samuel}</s1>, <c1>says</c1> <t1>the insurer lied</t1>.", {"Samuel"}},
        {"<s1>Friends of {Lana Voss}</s1>, who <c1>say</c1> <t1>she was happy that night</t1>, have set up a fund.", {"Friends of Lana Voss"}},
        {"<s1>The letter</s1>, which <c1>says</c1> <t1>the dam was cracked</t1>, was signed by {Ida Holm}.", {"letter"}},
        {"Police praised a passer-by, <s1>{Linda Haskin}</s1>, who <c1>said</c1> <t1>she had only done her duty</t1>.", {"Linda Haskin"}},
    });
}

TEST(Descriptions, MeanSomebodyNamedBefore) {
    expect_rows({
        {"Mayor {Jane Foss} closed the harbour at noon. {Brian Keele}, a skipper, was livid. <t1>“Nobody sails tonight,”</t1> <s1>the mayor</s1> <c1>said</c1>.", {"Jane Foss"}},
        {"[Halden Motors] is recalling 4,000 vans. <s1>The company</s1> <c1>said</c1> <t1>a bolt may shear</t1>.", {"Halden Motors"}},
        {"The [Norland Aviation Agency] grounded [Kestrel Air] on Monday. <s1>The agency</s1> <c1>cited</c1> <t1>cracks in two wings</t1>.", {"Norland Aviation Agency"}},
        {"[Kestrel Air] cancelled 90 flights. <t1>“Safety comes first,”</t1> <s1>the airline</s1> <c1>said</c1> in a statement to Reuters.", {"Kestrel Air <- Reuters"}},
        {"{Ida Holm}, a professor of hydrology at [Norland University], has measured the river since 1999. <t1>“It has never been this warm,”</t1> <s1>the professor</s1> <c1>said</c1>.", {"Ida Holm"}},
        {"Coach {Sarah Kettleby} dropped {Daniel Frome} for the cup tie. <t1>“He was late twice,”</t1> <s1>the coach</s1> <c1>said</c1>.", {"Sarah Kettleby"}},
        {"The singer {Lana Voss} and her manager, {Gary Mull}, parted in May. <t1>“I sign my own cheques now,”</t1> <s1>the singer</s1> <c1>wrote</c1>.", {"Lana Voss"}},
        {"[Brightwater Studios] has shelved the film. {Tomasz Wend} learned of it from the news. <s1>The studio</s1> <c1>said</c1> <t1>test screenings had gone badly</t1>.", {"Brightwater Studios"}},
        {"The [University of Calder] expelled {Simon Gault}. <s1>The university</s1> <c1>said</c1> <t1>he had sold exam papers</t1>.", {"University of Calder"}},
        {"Rapper {Dex Marlow} has cancelled his tour. <t1>“Doctor’s orders,”</t1> <s1>the rapper</s1> <c1>wrote</c1>.", {"Dex Marlow"}},
        {"Police chief {Carl Massing} defended the raid. {Joanna Reddick}, a lawyer for the family, called it murder. <t1>“We had a warrant,”</t1> <s1>the chief</s1> <c1>said</c1>.", {"Carl Massing"}},
        {"Police chief {Carl Massing} defended the raid. {Joanna Reddick}, a lawyer for the family, called it murder. <t1>“They had the wrong door,”</t1> <s1>the lawyer</s1> <c1>said</c1>.", {"Joanna Reddick"}},
        {"The [Orrin Group] is closing its mill. The [Norland Workers Union] will fight it. <s1>The union</s1> <c1>called</c1> the plan <t1>“theft.”</t1>", {"Norland Workers Union"}},
        {"{Rhia Stolle}, the star of “Low Tide,” slipped on the carpet. <t1>“I meant to do that,”</t1> <s1>the star</s1> <c1>joked</c1>.", {"Rhia Stolle"}},
        {"<s1>Attorney {Joanna Reddick}</s1> <c1>said</c1> <t1>her client was home that night</t1>. {Emma Sayle} kept her eyes down. <s2>The attorney</s2> <c2>produced</c2> a receipt and <c2>said</c2> <t2>it proved as much</t2>.", {"Joanna Reddick", "Joanna Reddick"}},
        {"The [Hollow Ledger] fired {Judith Ames} in May. <s1>The newspaper</s1> <c1>said</c1> <t1>she had made up a bishop</t1>.", {"Hollow Ledger"}},
        {"Rep. {Dell Ambry} voted no on Friday. <s1>The congresswoman</s1> <c1>said</c1> <t1>the bill was a trap</t1>.", {"Dell Ambry"}},
        {"{Oswin}, king of ~Norland~ since 1990, will abdicate. <s1>The king</s1> <c1>said</c1> <t1>he was tired</t1>.", {"Oswin"}},
        {"<s1>Page Six</s1> <c1>reported</c1> <t1>that {Anna Brill} had moved out</t1>. <s2>The tabloid</s2> <c2>claimed</c2> <t2>she took the dog</t2>.", {"Page Six", "Page Six"}},
        {"{Dex Marlow}, a rapper, wed {Lana Voss} in secret. <s1>The rapper’s spokesman</s1> <c1>said</c1> <t1>no papers were signed</t1>.", {"Dex Marlow"}},
    });
}

TEST(Descriptions, MeanSomebodyNew) {
    expect_rows({
        {"{Dex Marlow} moved out in June. <t1>“He took the dog and left the bills,”</t1> <s1>his estranged wife</s1> <c1>told</c1> TMZ.", {"estranged wife <- TMZ"}},
        {"{Frank Oduya} lost his farm. <s1>A neighbour</s1> <c1>said</c1> <t1>he had refused to leave</t1>.", {"neighbour"}},
        {"{Jane Foss} closed the harbour. <s1>A former mayor</s1> <c1>called</c1> that <t1>“panic.”</t1>", {"former mayor"}},
        {"{Amy Strand} was at the table. <t1>“She tipped like a queen,”</t1> <s1>the waiter</s1> <c1>said</c1>.", {"waiter"}},
        {"{Emma Sayle} pleaded guilty. <s1>Her lawyer</s1> <c1>said</c1> <t1>she was sorry</t1>.", {"lawyer"}},
        {"{Emma Sayle} pleaded guilty. <s1>The judge</s1> <c1>told</c1> her <t1>she was lucky to be alive</t1>.", {"judge"}},
        {"[Halden Motors] is recalling 4,000 vans. <s1>A rival company</s1> <c1>said</c1> <t1>its bolts were sound</t1>.", {"rival company"}},
        {"{Victoria Lunn} was met on the quay by a crowd. <t1>“I wept,”</t1> <s1>a 70-year-old woman</s1> <c1>said</c1>.", {"70-year-old woman"}},
        {"{Roy Lash} ran a yard in ~Port Sall~. <s1>His mother</s1> <c1>said</c1> <t1>he was a gentle boy</t1>. <s2>She</s2> <c2>said</c2> <t2>the police were mistaken</t2>.", {"mother", "mother"}},
        {"{Peter Gault} and {Simon Gault} own the yard. <s1>One of their customers</s1> <c1>said</c1> <t1>the prices had doubled</t1>.", {"One of their customers"}},
        {"{Carl Massing} was stabbed at a petrol station. <s1>The attendant</s1> <c1>said</c1> <t1>two men ran towards the canal</t1>.", {"attendant"}},
        {"{Tomasz Wend} is filming again. <s1>An actor who has worked with him</s1> <c1>said</c1> <t1>the sets are “silent as church”</t1>.", {"actor who has worked with him"}},
        {"The singer {Lana Voss} fell ill in ~Norland~. <s1>Another singer on the tour</s1> <c1>said</c1> <t1>the food was to blame</t1>.", {"Another singer on the tour"}},
        {"[Kestrel Air] lost a suitcase. <s1>The passenger, a 50-year-old teacher,</s1> <c1>said</c1> <t1>it held her wedding dress</t1>.", {"passenger, a 50-year-old teacher"}},
        {"Rapper {Dex Marlow} has cancelled his tour. <s1>A fellow rapper</s1> <c1>told</c1> TMZ <t1>it was “drama.”</t1>", {"fellow rapper <- TMZ"}},
        {"Actress {Amy Strand} sued. <s1>A judge in ~Calder Bay~</s1> <c1>ruled</c1> <t1>that the case was moot</t1>. <s2>The judge</s2> <c2>said</c2> <t2>the film no longer existed</t2>.", {"judge in Calder Bay", "judge in Calder Bay"}},
        {"{Susan Pryce} defended [Halden Motors] on television. <s1>An environmental agency</s1> <c1>found</c1> <t1>traces of lead in the soil</t1>.", {"environmental agency"}},
        {"[Kestrel Air] cut 90 flights this week. <s1>One airline</s1> <c1>told</c1> Reuters <t1>it would fill the gap</t1>.", {"One airline <- Reuters"}},
        {"{Dex Marlow} must pay. <s1>A judge</s1> <c1>said</c1> <t1>he had lied</t1>. <s2>A second judge</s2> <c2>said</c2> <t2>he had not</t2>.", {"judge", "second judge"}},
        {"{Jane Foss}, the mayor of ~Lower Mill~, wept on stage. <s1>A deputy mayor</s1> <c1>said</c1> <t1>it was the wind</t1>.", {"deputy mayor"}},
        {"{Jane Foss}, the mayor of ~Lower Mill~, wept on stage. <s1>The mayor’s husband</s1> <c1>said</c1> <t1>she had not slept</t1>.", {"mayor’s husband"}},
        {"{Roy Lash} was on the quay. <s1>A witness</s1> <c1>said</c1> <t1>there was a bang</t1>. {Lash} ran. <t2>“Then smoke,”</t2> <s2>the witness</s2> <c2>said</c2>.", {"witness", "witness"}},
        {"[Kestrel Air] cut 90 flights this week. <s1>The airline’s chief executive</s1> <c1>said</c1> <t1>crews were ill</t1>.", {"airline’s chief executive"}},
    });
}

TEST(FloatingQuotations, ContinueTheLastSpeaker) {
    expect_rows({
        {"<t1>“The ice just went,”</t1> <s1>{Paul Tarrant}</s1> <c1>said</c1>.\n\n<t2>“I could hear Emily scream from the other side.”</t2>\n\n<t3>“Then nothing at all, for a long time.”</t3>", {"Paul Tarrant", "Paul Tarrant", "Paul Tarrant"}},
        {"<s1>{Ida Holm}</s1> <c1>told</c1> Reuters <t1>that the river was warmer than ever</t1>.\n\n<t2>“We have no word for this in our tables.”</t2>", {"Ida Holm <- Reuters", "Ida Holm <- Reuters"}},
        {"<t1>“She was difficult from the first day,”</t1> <s1>an insider</s1> <c1>told</c1> Page Six of {Amy Strand}.\n\n<t2>“The crew drew lots for who would bring her coffee.”</t2>", {"insider <- Page Six", "insider <- Page Six"}},
        {"<s1>{Joanna Reddick}</s1> <c1>asked</c1> the witness <t1>whether he had been paid</t1>. <s2>{Gary Mull}</s2> <c2>hesitated, then said</c2>: <t2>“Not in money.”</t2>\n\n<t3>“They let me keep the car and the dog.”</t3>", {"Joanna Reddick", "Gary Mull", "Gary Mull"}},
        {"<t1>“We will rebuild,”</t1> <s1>[Kestrel Air]</s1> <c1>said</c1> in a statement.\n\n<t2>“Our thoughts are with the families of the crew tonight.”</t2>", {"Kestrel Air", "Kestrel Air"}},
        {"<t1>“He is no captain,”</t1> <s1>{Steven Loy}</s1> <c1>said</c1>.\n\n<t2>“I am the only one they have,”</t2> <s2>{Mark Tilden}</s2> <c2>replied</c2>.\n\n<t3>“And I am not going anywhere this season.”</t3>", {"Steven Loy", "Mark Tilden", "Mark Tilden"}},
        {"<s1>{Nancy Prewitt}, 80, of ~Old Weir~,</s1> still <c1>believes</c1> <t1>that the sluice was opened on purpose</t1>.\n\n<t2>“My sister held the cat over her head until the boat came.”</t2>", {"Nancy Prewitt", "Nancy Prewitt"}},
        {"<t1>“No comment,”</t1> <s1>the minister</s1> <c1>said</c1> at first.\n\n<t2>“All right, then: it was the wrong decision, and I made it.”</t2>", {"minister", "minister"}},
        {"<t1>“I was asleep,”</t1> <s1>{Helen Soar}</s1> <c1>said</c1>. <t2>“The lamps were out.”</t2> <t3>“That never happens in our street.”</t3>", {"Helen Soar", "Helen Soar", "Helen Soar"}},
        {"<s1>{Philip Crewe}</s1> <c1>wrote</c1> to the board on Friday: <t1>“I resign with immediate effect.</t1>\n\n<t2>“I do so with a clear conscience and an empty desk.</t2>\n\n<t3>“Please forward my post.”</t3>", {"Philip Crewe", "Philip Crewe", "Philip Crewe"}},
        {"<t1>“It was love,”</t1> <s1>{Anna Brill}</s1> <c1>told</c1> People.\n\n<t2>“It was a mistake,”</t2> <s2>{James Coker}</s2> <c2>told</c2> TMZ.\n\n<t3>“We were both far too young to sign anything.”</t3>", {"Anna Brill <- People", "James Coker <- TMZ", "James Coker <- TMZ"}},
        {"<s1>{Thomas Airey}</s1> <c1>told</c1> Reuters <t1>that <s2>{William Baines}</s2> <c2>had said</c2> <t2>“nothing at all”</t2> in the car</t1>.\n\n<t3>“He looked out of the window for four hours straight.”</t3>", {"Thomas Airey <- Reuters", "William Baines <- Thomas Airey <- Reuters", "Thomas Airey <- Reuters"}},
        {"<t1>“Do you want the truth?”</t1> <s1>{Roy Lash}</s1> <c1>asked</c1> {Nina Castle}.\n\n<t2>“The truth is that I sold it twice because I could.”</t2>", {"Roy Lash", "Roy Lash"}},
    });
}

TEST(FloatingQuotations, ContinueAfterNarration) {
    expect_rows({
        {"<t1>“The boat was never found,”</t1> <s1>{Alice Thornbury}</s1> <c1>said</c1>.\n\nThe ferry makes six crossings a day.\n\n<t2>“I still look for it every morning when I cast off.”</t2>", {"Alice Thornbury", "Alice Thornbury"}},
        {"<t1>“We had one pump for the whole street,”</t1> <s1>{George Tamm}</s1> <c1>said</c1>.\n\n{Tamm} spent the night on the roof with his dogs.\n\n<t2>“You could hear the church bell under the water.”</t2>", {"George Tamm", "George Tamm"}},
        {"<s1>{Kevin Storr}</s1> <c1>told</c1> the Guardian <t1>that the album took nine years</t1>. It was recorded in a lighthouse.\n\n<t2>“There is a gull on every single track.”</t2>", {"Kevin Storr <- Guardian", "Kevin Storr <- Guardian"}},
        {"<t1>“I signed it,”</t1> <s1>{Diane Roe}</s1> <c1>said</c1>, looking at the floor.\n\nHer lawyer, {Joanna Reddick}, put a hand on her arm.\n\n<t2>“I would have signed anything to go home that night.”</t2>", {"Diane Roe", "Diane Roe"}},
        {"<t1>“They owe us two months,”</t1> <s1>a former employee</s1> <c1>told</c1> TMZ.\n\nThe offices of [Brightwater Studios] were dark on Monday.\n\n<t2>“They even took the coffee machine out of the kitchen.”</t2>", {"former employee <- TMZ", "former employee <- TMZ"}},
        {"<s1>The coach</s1> <c1>said</c1> <t1>the team was tired</t1>. They had played three times in six days. Two players were sick.\n\n<t2>“I am not looking for excuses, I am counting legs.”</t2>", {"coach", "coach"}},
        {"<t1>“Cut the blue one,”</t1> <s1>{Roy Lash}</s1> <c1>shouted</c1>. It was the wrong wire. Nothing happened.\n\n<t2>“That was when I knew somebody up there liked me.”</t2> {Lash} grins.", {"Roy Lash", "Roy Lash"}},
        {"<s1>{Susan Pryce}</s1> <c1>told</c1> investors <t1>the plant was profitable</t1>. Shares in [Halden Motors] fell four per cent.\n\n<t2>“The market will understand us in a year or two.”</t2>", {"Susan Pryce", "Susan Pryce"}},
        {"<t1>“I paid for that roof,”</t1> <s1>{Karen Dowd}</s1> <c1>said</c1>. She pointed at the ceiling. Water dripped into a bucket.\n\n<t2>“Every month for eleven years I paid for that roof.”</t2>", {"Karen Dowd", "Karen Dowd"}},
        {"<s1>{Toby Varn}</s1> <c1>told</c1> a rally in ~Port Sall~ <t1>that he would cut the toll</t1>. The crowd chanted his name.\n\n<t2>“They have been picking your pockets for thirty years.”</t2>\n\nHe spoke for an hour.\n\n<t3>“And they are not done yet, believe me.”</t3>", {"Toby Varn", "Toby Varn", "Toby Varn"}},
        {"<t1>“The eel knows where it is going,”</t1> <s1>{Ida Holm}</s1> <c1>told</c1> Reuters.\n\nNo one has ever seen one spawn.\n\n<t2>“We have followed them with satellites and lost every one.”</t2>", {"Ida Holm <- Reuters", "Ida Holm <- Reuters"}},
        {"<t1>“He was asked to leave,”</t1> <s1>a guest</s1> <c1>told</c1> Page Six of {Gary Mull}.\n\nReps for {Mull} did not reply to a request for comment.\n\n<t2>“He was dancing on the buffet and would not come down.”</t2>", {"guest <- Page Six", "guest <- Page Six"}},
    });
}

TEST(LateCues, NameTheSpeakerOfEarlierParagraphs) {
    expect_rows({
        {"<t1>“I came here with one suitcase and no plan whatever.</t1>\n\n<t2>“It was raining, and it has not stopped since,”</t2> <s2>{Rhia Stolle}</s2> <c2>said</c2>.", {"Rhia Stolle", "Rhia Stolle"}},
        {"<t1>“We are not leaving the valley,”</t1> <s1>{Brian Keele}</s1> <c1>said</c1>.\n\n<t2>“My grandfather dug this well with his hands.</t2>\n\n<t3>“He would rise from his grave,”</t3> <s3>{Frank Oduya}</s3> <c3>said</c3>.", {"Brian Keele", "Frank Oduya", "Frank Oduya"}},
        {"<t1>“He had no enemies that we knew of, and no debts.</t1>\n\n<t2>“He fed the pigeons,”</t2> <s2>a neighbour</s2> <c2>told</c2> Reuters.", {"neighbour <- Reuters", "neighbour <- Reuters"}},
        {"{Judith Ames} and {Philip Crewe} gave evidence.\n\n<t1>“The vault was open when I arrived on the Monday.</t1>\n\n<t2>“There was one coin on the floor,”</t2> <s2>she</s2> <c2>said</c2>.", {"Judith Ames", "Judith Ames"}},
        {"<t1>“Our members will strike from midnight in all nine ports.</t1>\n\n<t2>“We regret it,”</t2> <s2>the [Norland Pilots Union]</s2> <c2>said</c2>.", {"Norland Pilots Union", "Norland Pilots Union"}},
        {"<s1>{Laura Finch}</s1> <c1>said</c1> <t1>the march was peaceful</t1>.\n\n<t2>“They came at us from the side streets with dogs.</t2>\n\n<t3>“I still have the marks,”</t3> <s3>{Finch}</s3> <c3>said</c3>.", {"Laura Finch", "Laura Finch", "Laura Finch"}},
        {"<t1>“The first thing they took was the piano from the hall.</t1>\n\n<t2>“Then the stairs,”</t2> <s2>{Alice Thornbury}</s2> <c2>told</c2> the Guardian.", {"Alice Thornbury <- Guardian", "Alice Thornbury <- Guardian"}},
        {"<t1>“We asked for doctors and they sent us forms.</t1>\n\n<t2>“So we filled in the forms,”</t2> <s2>{Samuel Oduya}, the head of the clinic,</s2> <c2>said</c2>.", {"Samuel Oduya", "Samuel Oduya"}},
        {"<s1>{Mark Tilden}</s1> <c1>wrote</c1>: <t1>“I have played my last match.</t1>\n\n<t2>“My knee decided, not me.”</t2>\n\n<t3>“He will be missed,”</t3> <s3>{Steven Loy}</s3> <c3>said</c3>.", {"Mark Tilden", "Mark Tilden", "Steven Loy"}},
        {"<t1>“It was the quiet that woke me,”</t1> <s1>{Helen Soar}</s1> <c1>said</c1>.\n\n<t2>“No gulls, no engines, nothing from the harbour.</t2>\n\n<t3>“Then the wave,”</t3> <s3>she</s3> <c3>said</c3>.", {"Helen Soar", "Helen Soar", "Helen Soar"}},
        {"<t1>“You learn to sleep standing up in this job.</t1>\n\n<t2>“You learn to eat standing up too,”</t2> <s2>a crew member</s2> <c2>said</c2>.", {"crew member", "crew member"}},
        {"{Paul Tarrant} has not been back to the lake.\n\n<t1>“I hear it crack in my sleep every night.</t1>\n\n<t2>“My wife hears it too,”</t2> <s2>he</s2> <c2>said</c2>.", {"Paul Tarrant", "Paul Tarrant"}},
        {"{Rhia Stolle} kept her coat on.\n\n<t1>“I never liked this house or anybody in it.</t1>\n\n<t2>“I liked the dog,”</t2> <s2>{Stolle}</s2> <c2>said</c2>.", {"Rhia Stolle", "Rhia Stolle"}},
        {"<t1>“The toll is a tax on the poor and always was.</t1>\n\n<t2>“We will scrap it,”</t2> <s2>Congressman {Toby Varn}</s2> <c2>told</c2> Reuters.\n\n<t3>“Fantasy,”</t3> <s3>{Ruth Aldous}</s3> <c3>said</c3>.", {"Toby Varn <- Reuters", "Toby Varn <- Reuters", "Ruth Aldous"}},
    });
}

TEST(Interviews, GiveEachTurnToItsName) {
    expect_rows({
        {"{Nina Castle} met the hydrologist {Ida Holm}.\n\n<s1>{CASTLE}</s1><c1>:</c1> <t1>Is the river safe?</t1>\n\n<s2>{HOLM}</s2><c2>:</c2> <t2>Not this year.</t2>", {"Nina Castle", "Ida Holm"}},
        {"<s1>{NINA CASTLE}</s1><c1>:</c1> <t1>Did you take the money?</t1>\n\n<s2>{HENRY VANCE}</s2><c2>:</c2> <t2>I borrowed it.</t2>\n\n<s3>{CASTLE}</s3><c3>:</c3> <t3>From whom?</t3>\n\n<s4>{VANCE}</s4><c4>:</c4> <t4>From people who could spare it.</t4>", {"NINA CASTLE", "HENRY VANCE", "NINA CASTLE", "HENRY VANCE"}},
        {"<s1>Sen. {TOBY VARN}</s1><c1>:</c1> <t1>Who signed the order?</t1>\n\n<s2>Mr. {CREWE}</s2><c2>:</c2> <t2>I did, senator.</t2>\n\n<s3>Sen. {VARN}</s3><c3>:</c3> <t3>Alone?</t3>", {"TOBY VARN", "CREWE", "TOBY VARN"}},
        {"<s1>The [Guardian]</s1><c1>:</c1> <t1>Why now?</t1>\n\n<s2>{Lana Voss}</s2><c2>:</c2> <t2>Because I can finally afford the lawyers.</t2>", {"Guardian", "Lana Voss"}},
        {"{Rhia Stolle} and {Tomasz Wend} answered questions at the festival.\n\n<s1>{Stolle}</s1><c1>:</c1> <t1>He never says cut.</t1>\n\n<s2>{Wend}</s2><c2>:</c2> <t2>I say it under my breath.</t2>\n\n<s3>{Stolle}</s3><c3>:</c3> <t3>We know.</t3>", {"Rhia Stolle", "Tomasz Wend", "Rhia Stolle"}},
        {"<s1>THE COURT</s1><c1>:</c1> <t1>Were you sober?</t1>\n\n<s2>THE DEFENDANT</s2><c2>:</c2> <t2>I was not, your honour.</t2>", {"COURT", "DEFENDANT"}},
        {"{Amy Strand} sat down with us in ~Calder Bay~.\n\n<s1>Interviewer</s1><c1>:</c1> <t1>Is there a sequel?</t1>\n\n<s2>{Strand}</s2><c2>:</c2> <t2>Not with me in it.</t2>\n\n<s3>Interviewer</s3><c3>:</c3> <t3>Who, then?</t3>", {"Interviewer", "Amy Strand", "Interviewer"}},
        {"{Nina Castle} called {Roy Lash} in prison.\n\n<s1>{Castle}</s1><c1>:</c1> <t1>Are you sorry?</t1>\n\n<s2>{Lash}</s2><c2>:</c2> <t2>Every day.</t2>\n\nHe sounds tired.\n\n<t3>“I think about that boat in the night, every night.”</t3>", {"Nina Castle", "Roy Lash", "Roy Lash"}},
        {"<s1>{JOANNA REDDICK}</s1><c1>:</c1> <t1>Where were you?</t1>\n\n<s2>{EMMA SAYLE}</s2><c2>:</c2> <t2>At home. <s3>{Diane}</s3> <c3>said</c3> <t3>I was not</t3>, but I was.</t2>", {"JOANNA REDDICK", "EMMA SAYLE", "Diane <- EMMA SAYLE"}},
        {"{Nina Castle} met the hydrologist {Ida Holm}. <t1>“The river is sick,”</t1> <s1>{Holm}</s1> <c1>said</c1>.\n\n<s2>{CASTLE}</s2><c2>:</c2> <t2>Who made it sick?</t2>\n\n<s3>{HOLM}</s3><c3>:</c3> <t3>We did. <s4>I</s4> <c4>think</c4> <t4>we knew</t4>.</t3>", {"Ida Holm", "Nina Castle", "Ida Holm", "Ida Holm"}},
        {"<s1>The Guardian</s1><c1>:</c1> <t1>Do you miss the band?</t1>\n\n<s2>{Gary Mull}</s2><c2>:</c2> <t2>I miss the van.</t2>\n\n<s3>The Guardian</s3><c3>:</c3> <t3>And {Kevin Storr}?</t3>\n\n<s4>{Mull}</s4><c4>:</c4> <t4>He was always asleep in it.</t4>", {"Guardian", "Gary Mull", "Guardian", "Gary Mull"}},
    });
}

TEST(Posts, AreTheirWritersOwnHand) {
    expect_rows({
        {"<s1>{Lana Voss}</s1> <c1>shared</c1> the following message to Instagram: <t1>“I am taking a break. Please be kind.”</t1>", {"own Lana Voss"}},
        {"<t1>“This is not how friends behave,”</t1> <s1>{Dex Marlow}</s1> <c1>tweeted</c1> on Friday night. <t2>“You know who you are,”</t2> <s2>he</s2> <c2>added</c2> in person.", {"own Dex Marlow", "told Dex Marlow"}},
        {"<s1>The actress</s1> <c1>captioned</c1> the photo, <t1>“Home at last.”</t1> {Amy Strand} has four million followers.", {"own Amy Strand"}},
        {"<s1>{Kevin Storr}</s1> posted a picture of a gull on Facebook, <c1>writing</c1>, <t1>“My new drummer.”</t1>", {"own Kevin Storr"}},
        {"<s1>{Jane Foss}</s1> <c1>wrote</c1> in a Facebook post <t1>that the harbour would open at six</t1>.", {"own Jane Foss"}},
        {"<s1>{Jane Foss}</s1> <c1>said</c1> at a press conference <t1>that the harbour would open at six</t1>.", {"told Jane Foss"}},
        {"<s1>{Mark Tilden}</s1> <c1>shared</c1> a note on his Instagram story:\n\n<t1>“My knee is done, and so am I.”</t1>\n\n<t2>“Thank you all for twenty silly years.”</t2>", {"own Mark Tilden", "own Mark Tilden"}},
        {"<s1>{Grace Penhall}</s1> <c1>told</c1> the Guardian <t1>that <s2>{Susan Oake}</s2> <c2>had posted</c2> <t2>“lies about the frost”</t2></t1>.", {"told Grace Penhall", "retold Susan Oake"}},
        {"<s1>{Emma Sayle}</s1> <c1>blogged</c1> about the trial: <t1>“I was never once asked how I felt.”</t1>", {"own Emma Sayle"}},
        {"<s1>[Kestrel Air]</s1> <c1>tweeted</c1> <t1>that all flights were back on time</t1>.", {"own Kestrel Air"}},
        {"{Lana Voss} has left the label. In a post to Instagram, <s1>she</s1> <c1>wrote</c1>, <t1>“I own my songs again.”</t1> <s2>A friend</s2> <c2>told</c2> People <t2>she was “giddy.”</t2>", {"own Lana Voss", "told friend"}},
        {"<t1>“Praying for everyone in the valley tonight,”</t1> <s1>{Rhia Stolle}</s1> <c1>posted</c1>. <s2>Her agent</s2> <c2>said</c2> <t2>she was safe</t2>.", {"own Rhia Stolle", "told agent"}},
        {"<s1>{Victoria Lunn}’s family</s1> <c1>shared</c1> a statement on Facebook: <t1>“She is alive and asking for porridge.”</t1>", {"own Victoria Lunn’s family"}},
    }, list_hands);
    expect_rows({
        {"<s1>{Lana Voss}</s1> <c1>shared</c1> the following message to [Instagram]: <t1>“I am taking a break. Please be kind.”</t1>", {"Lana Voss"}},
        {"In an [Instagram] post seen by People, <s1>the singer</s1> <c1>wrote</c1>: <t1>“I am fine.”</t1> {Lana Voss} has since deleted it.", {"Lana Voss <- People"}},
    });
}

}  // namespace
}  // namespace firsthand::stages
