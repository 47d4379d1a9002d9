// One list per question; extend it here. Tested by people_test.cc.
#include "lexicon/people.h"

#include "lexicon/words.h"

namespace firsthand::lexicon {

namespace {

const WordSet& female_names() {
    static const WordSet words(
        "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra ashley dorothy kimberly emily donna michelle carol amanda melissa "
        "deborah stephanie rebecca laura sharon cynthia kathleen amy shirley angela helen anna brenda pamela nicole ruth katherine samantha christine emma catherine debra virginia "
        "rachel carolyn janet maria heather diane julie joyce victoria kelly christina lauren joan evelyn olivia judith megan cheryl martha andrea frances hannah jacqueline ann "
        "gloria jean kathryn alice teresa sara janice doris madison julia grace judy abigail marie denise beverly amber theresa marilyn danielle diana brittany natalie sophia rose "
        "isabella alexis kayla charlotte anne jane kate katie jill jenny claire ellen nora nina tina gina lucy ella mia zoe eva ivanka melania hillary nancy kellyanne elena irina "
        "angelina beyonce kim khloe kourtney kylie kendall taylor britney rihanna adele oprah whoopi ellen meghan fatima aisha leila yasmin amina mariam priya sonia indira "
        "marina olga natalia svetlana tatiana ursula angela theresa nicola priti jacinda gretchen dianne susan elise loretta condoleezza tulsi kamala alexandria ilhan rashida "
        "ayanna sonya allina louise lorraine bridget colleen erin molly peggy vivian wendy yvonne sheila rita paula monica miriam maya maureen lydia lori leah kristen kirsten kristin "
        "kerry kathy josephine joanna jodie ingrid holly heidi greta gail florence fiona esther erica elaine edith doreen daisy connie chloe cecilia cathy carla bonnie "
        "bella beatrice audrey april annie anita amelia alison allison alexandra agnes abby bernadette gabrielle giuliana sasha malia chelsea caitlyn caroline candace camille");
    return words;
}
const WordSet& male_names() {
    static const WordSet words(
        "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george "
        "edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack "
        "dennis jerry tyler aaron jose adam henry nathan douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur "
        "lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell elijah louis bobby philip johnny "
        "jim jimmy bob bill mike tom tim steve dan dave greg jeff ken ron don fred ted ben sam max alex nick matt chris rob josh barack mitt newt marco ted bernie joe beto pete "
        "hunter jared rudy rand mitch chuck lindsey vladimir dmitry sergey boris emmanuel justin benjamin mahmoud mohammed muhammad mohamed ahmed ali hassan hussein ibrahim omar "
        "abdullah abdul khalid yusuf bashar recep kanye drake jay brad leonardo tiger lebron kobe tyrone jamal darren michael hugo carlos luis jorge miguel pedro pablo diego "
        "fernando javier raul fidel manuel antonio francisco eduardo alejandro ricardo roberto mario sergio giovanni luca marco pierre jean-claude jacques francois hans klaus "
        "wolfgang stefan jurgen otto karl heinrich lars sven erik nils igor ivan mikhail oleg andrei alexei nikolai yuri hiroshi kenji shinzo xi jinping narendra rahul sanjay "
        "raj arjun vikram imran nigel simon ian neil stuart graham clive trevor colin gareth rhys liam callum angus hamish declan seamus brendan connor kieran owen oliver harry "
        "axl ozzy elon warren alec conan seth julian edmund gordon malcolm derek leon marcus martin marvin maurice mel melvin miles milton morgan murray neal nelson norman oscar "
        "perry preston quentin ray reginald rex rick rodney roland ross rupert seamus shane shaun sidney spencer stanley stewart tony travis troy victor wade wallace wesley "
        "jon john-paul jonas jonah jonny joel jake isaac irving hugh howard herman herbert harvey guy grant glenn gilbert geoffrey garrett floyd felix ernest elliot elliott edwin "
        "earl dwight duncan dustin drew doug dominic dick dean darryl dale curtis craig cory clyde clinton clint clifford chester chad cedric calvin byron brett brent brendan "
        "bradley blake bernard barry avery arnold archie andy allen allan alfred adrian abraham abel louie damir mo");
    return words;
}
const WordSet& titles() {
    static const WordSet words(
        "mr mrs ms miss dr prof professor sir dame lord lady president vice sen senator rep representative gov governor mayor judge justice chief secretary minister premier "
        "chancellor king queen prince princess pope cardinal archbishop bishop rabbi imam father sister rev reverend pastor gen general col colonel maj major capt captain lt lieutenant "
        "sgt sergeant cpl officer detective sheriff inspector commissioner superintendent director chairman chairwoman ambassador attorney congressman congresswoman councilman "
        "councilwoman councillor speaker coach rapper singer actor actress comedian author commentator journalist reporter correspondent analyst economist professor lawyer "
        "spokesman spokeswoman spokesperson agent publicist host anchor blogger activist cofounder founder ceo candidate deputy assistant constable administrator superintendent treasurer comedienne musician director "
        "supermodel model dictator emperor sultan sheikh ayatollah mullah adm admiral cmdr commander pvt private hon msgr");
    return words;
}
const WordSet& roles() {
    static const WordSet words(
        "spokesman spokeswoman spokesperson singer rapper actor actress lawyer attorney agent publicist president minister mayor governor senator congressman congresswoman "
        "leader chief director chairman chairwoman ceo founder cofounder owner manager coach player golfer quarterback striker defender host anchor author writer reporter "
        "journalist professor researcher scientist doctor physician nurse teacher officer detective sheriff captain sergeant judge prosecutor commissioner secretary ambassador "
        "pope pontiff king queen prince princess duchess duke candidate nominee mother father sister brother wife husband son daughter uncle aunt cousin widow girlfriend "
        "boyfriend man woman boy girl teen teenager star model guitarist drummer frontman musician comedian analyst expert economist activist blogger priest bishop cardinal "
        "victim suspect driver pilot neighbor neighbour student victim billionaire businessman businesswoman entrepreneur investor veteran former rocker");
    return words;
}
const WordSet& unnamed_one() {
    static const WordSet words("source insider official friend aide witness tipster pal confidant bystander onlooker whistleblower eyewitness adviser advisor relative resident");
    return words;
}
const WordSet& unnamed_several() {
    static const WordSet words(
        "sources insiders officials friends aides witnesses tipsters pals confidants bystanders onlookers whistleblowers eyewitnesses authorities experts analysts critics prosecutors "
        "investigators researchers scientists doctors lawyers advisers advisors relatives residents neighbors neighbours observers executives activists campaigners organizers "
        "organisers economists lawmakers republicans democrats diplomats police spokesmen fans supporters opponents users people");
    return words;
}
const WordSet& documents() {
    static const WordSet words(
        "report reports statement study survey poll filing lawsuit complaint affidavit indictment letter memo document documents records release article story book headline email "
        "e-mail website site website blog post message tweet page account transcript video analysis paper newspaper magazine network");
    return words;
}
const WordSet& organization_words() {
    static const WordSet words(
        "university college school institute department ministry agency bureau commission committee council court congress senate house parliament party union association federation "
        "foundation society organization organisation group company corp corporation inc ltd llc plc co bank police force army navy guard tour league club team church embassy "
        "center centre hospital museum network news times post journal tribune herald magazine records studios airlines motors pictures entertainment holdings capital partners fund "
        "trust office administration authority board service services coalition alliance campaign project international corps pentagon kremlin vatican supreme downing");
    return words;
}
const WordSet& outlet_words() {
    static const WordSet words(
        "weekly gazette herald tribune courier ledger dispatch standard mercury argus beacon chronicle observer radio tv fm telegraph examiner monitor magazine newspaper bulletin "
        "inquirer sentinel post news times journal mail express echo today daily review reporter evening globe mirror record press advertiser spectator wire newswire "
        "register republic lantern sun star guardian independent voice patriot");
    return words;
}
const WordSet& places() {
    static const WordSet words(
        "america usa britain england scotland wales ireland france germany italy spain portugal greece turkey russia ukraine poland hungary austria switzerland belgium netherlands "
        "denmark sweden norway finland iceland china japan korea india pakistan afghanistan iran iraq syria lebanon israel palestine jordan egypt libya tunisia algeria morocco sudan "
        "ethiopia kenya nigeria ghana somalia yemen qatar dubai canada mexico cuba brazil argentina chile colombia venezuela peru bolivia australia europe asia africa "
        "london paris berlin rome madrid moscow beijing tokyo seoul delhi mumbai cairo baghdad damascus jerusalem tehran kabul washington chicago boston philadelphia houston dallas "
        "atlanta miami detroit seattle denver phoenix baltimore cleveland pittsburgh brooklyn manhattan hollywood alabama alaska arizona arkansas california colorado connecticut "
        "delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska "
        "nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming u.s. u.k. uk us helsinki geneva brussels vienna toronto sydney melbourne");
    return words;
}
const WordSet& calendar() {
    static const WordSet words(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug "
        "sept sep oct nov dec christmas easter thanksgiving mon tue wed thu fri sat sun");
    return words;
}
const WordSet& stop_words() {
    static const WordSet words(
        "the a an i he she it they we you this that these those there here what who when where why how which while as after before since because although though if unless until "
        "once and but or nor so yet for from in on at by to of with without about against between among during through over under above below up down out off into his her its "
        "their our my your not no yes now then still also just only even ever never always often some many most more much few several all both each every other another such one "
        "two three four five six seven eight nine ten first second last next new old according however meanwhile instead indeed perhaps maybe well oh ok okay let do does did is "
        "are was were be been being has have had will would can could may might must shall should than too very asked earlier later soon today yesterday tomorrow tonight "
        "despite despite like unlike given following including photo image video read watch see related get go going look that's it's i'm i've he's she's they're we're don't "
        "didn't isn't wasn't can't won't everybody everyone nobody somebody anyone nothing something everything people sources officials police back apparently honestly "
        "unfortunately again thank thanks please whether although plus asking adding citing speaking turns additionally moreover furthermore");
    return words;
}
const WordSet& nationalities() {
    static const WordSet words(
        "american americans british english scottish welsh irish french german italian spanish portuguese greek turkish russian ukrainian polish hungarian austrian swiss belgian "
        "dutch danish swedish norwegian finnish chinese japanese korean indian pakistani afghan iranian iraqi syrian lebanese israeli palestinian jordanian egyptian libyan saudi "
        "canadian mexican cuban brazilian australian european asian african arab muslim christian catholic jewish republican republicans democrat democrats democratic conservative "
        "liberal kurdish islamic western southern northern eastern black white latino hispanic sunni shiite");
    return words;
}
const WordSet& platforms() {
    static const WordSet words("twitter facebook instagram youtube snapchat tiktok reddit tumblr whatsapp telegram linkedin weibo");
    return words;
}
const WordSet& male_titles() {
    static const WordSet words("mr sir lord king prince father congressman councilman spokesman chairman pope cardinal actor");
    return words;
}
const WordSet& female_titles() {
    static const WordSet words("mrs ms miss dame lady queen princess sister congresswoman councilwoman spokeswoman chairwoman actress");
    return words;
}

}  // namespace

Gender given_name_gender(std::uint32_t word) {
    const bool female = female_names().contains(word);
    const bool male = male_names().contains(word);
    return female == male ? Gender::unknown : female ? Gender::female : Gender::male;
}
bool is_title(std::uint32_t word) { return titles().contains(word); }
Gender title_gender(std::uint32_t word) { return male_titles().contains(word) ? Gender::male : female_titles().contains(word) ? Gender::female : Gender::unknown; }
bool is_role(std::uint32_t word) { return roles().contains(word); }
bool is_unnamed_source(std::uint32_t word) { return unnamed_one().contains(word) || unnamed_several().contains(word); }
bool is_several(std::uint32_t word) { return unnamed_several().contains(word); }
bool is_document(std::uint32_t word) { return documents().contains(word); }
bool is_organization_word(std::uint32_t word) { return organization_words().contains(word); }
bool is_outlet_word(std::uint32_t word) { return outlet_words().contains(word); }
bool is_place(std::uint32_t word) { return places().contains(word); }
bool is_calendar(std::uint32_t word) { return calendar().contains(word); }
bool is_telling(std::uint32_t word) {
    static const WordSet words("told tell tells telling");
    return words.contains(word);
}
bool is_stop_word(std::uint32_t word) { return stop_words().contains(word); }
bool is_nationality(std::uint32_t word) { return nationalities().contains(word); }
bool is_platform(std::uint32_t word) { return platforms().contains(word); }

}  // namespace firsthand::lexicon
