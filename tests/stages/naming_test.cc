// Who the names in source phrases mean: titles and ages, short forms, nicknames, appositions, organisations and outlets, several
// at once, and names that only say whose. Labels are given by hand (marked_text.h).
#include "rows.h"

namespace firsthand::stages {
namespace {

// "person Nora Quill (Quill)", by first mention.
void expect_entities(const std::vector<Row>& rows) { expect_rows(rows, list_entities); }

TEST(Titles, RolesAndAgesBelongToTheNameBesideThem) {
    expect_rows({
        {"<s1>Fire Chief {Dana Orrin}, 51,</s1> <c1>told</c1> reporters <t1>the blaze began in a stairwell</t1>. By nightfall, <s2>Chief {Orrin}</s2> <c2>said</c2>, <t2>all 40 residents "
         "had been found</t2>.", {"Dana Orrin", "Dana Orrin"}},
        {"<t1>“It was never about the money,”</t1> <c1>said</c1> <s1>Rev. {Amos Tarrant}, 68, pastor of [Calder Street Baptist Church]</s1>. <s2>The Rev. Mr. {Tarrant}</s2> <c2>added</c2> "
         "<t2>that he would pray for the thieves</t2>.", {"Amos Tarrant", "Amos Tarrant"}},
        {"<s1>Lt. Col. {Brenda Kessel}</s1> <c1>said</c1> <t1>two drones had been shot down over ~Marrow Bay~</t1>. <t2>“We were lucky,”</t2> <s2>{Kessel}</s2> <c2>said</c2>.",
         {"Brenda Kessel", "Brenda Kessel"}},
        {"<t1>“He swung first,”</t1> <c1>testified</c1> <s1>bartender {Kurt Lobell}, 29</s1>, who was closing up when {Dean Farrow} came in. <s2>Prosecutor {Alice Menke}</s2> "
         "<c2>asked</c2> <t2>whether he had been drinking</t2>. <t3>“Two beers,”</t3> <s3>{Lobell}</s3> <c3>answered</c3>.", {"Kurt Lobell", "Alice Menke", "Kurt Lobell"}},
        {"<s1>Sir {Colin Thrale}</s1> <c1>said</c1> <t1>the theatre would close in May</t1>. <s2>Dame {Judith Moss}</s2> <c2>called</c2> <t2>the decision “a small death”</t2>. <t3>“I "
         "cried,”</t3> <s3>she</s3> <c3>said</c3>.", {"Colin Thrale", "Judith Moss", "Judith Moss"}},
        {"<s1>King {Osric II}</s1> <c1>told</c1> parliament <t1>that the war was over</t1>. Crowds had gathered since dawn. <s2>The king</s2> <c2>said</c2> <t2>prisoners would be home by "
         "spring</t2>.", {"Osric II", "Osric II"}},
        {"<s1>Dr. {Priya Nandal}, a paediatrician at [Saint Orban’s Hospital],</s1> <c1>said</c1> <t1>most of the children were dehydrated</t1>. Nurses were seen crying in the corridor. "
         "<t2>“Nobody slept,”</t2> <s2>Dr. {Nandal}</s2> <c2>said</c2>.", {"Priya Nandal", "Priya Nandal"}},
        {"Detective {Sam Rourke} and Detective {Lena Fitch} knocked at about 6 a.m. <t1>“Nobody answered for a good ten minutes,”</t1> <s1>Detective {Fitch}</s1> <c1>said</c1>. "
         "<s2>Detective {Rourke}</s2> <c2>said</c2> <t2>he smelled gas</t2>.", {"Lena Fitch", "Sam Rourke"}},
        {"<s1>{Carla Wynn}, 22, of ~East Harrow~,</s1> <c1>told</c1> Judge {Victor Stane} <t1>she was sorry</t1>. <t2>“I believe you,”</t2> <s2>Judge {Stane}</s2> <c2>replied</c2>.",
         {"Carla Wynn", "Victor Stane"}},
        {"<s1>Actress {Tess Croome}, 34,</s1> <c1>said</c1> <t1>she had never read the contract</t1>. <t2>“I was nineteen,”</t2> <s2>the actress</s2> <c2>told</c2> the judge.",
         {"Tess Croome", "Tess Croome"}},
        {"{Dean Farrow} took the stand after lunch. The lawyers whispered. <t1>\"I was not in the bar,\"</t1> <s1>Mr. {Farrow}</s1> <c1>said</c1>. <t2>\"I was outside it.\"</t2>",
         {"Dean Farrow", "Dean Farrow"}},
        {"<s1>Deputy Chief {Wade Coll}</s1> <c1>said</c1> <t1>there were no suspects</t1>. His boss, Chief {Dana Orrin}, had named two that morning. <t2>“I stand by it,”</t2> <s2>Chief "
         "{Orrin}</s2> <c2>said</c2>.", {"Wade Coll", "Dana Orrin"}},
        {"<s1>Pope {Anselm IV}</s1> <c1>prayed</c1> <t1>that the guns would fall silent</t1>. <t2>“War is a failure of prayer,”</t2> <s2>{Anselm IV}</s2> <c2>said</c2> from a balcony.",
         {"Anselm IV", "Anselm IV"}},
        {"Mayor {Ellen Brask} was not available. <s1>The mayor’s spokesman, {Hector Lyle},</s1> <c1>said</c1> <t1>she had a cold</t1>. <s2>{Lyle}</s2> <c2>added</c2> <t2>that it was a bad "
         "one</t2>.", {"Hector Lyle", "Hector Lyle"}},
        {"Vice President {Tobin Strand} stood behind President {Hugo Lamb}. <t1>“The vote was fair,”</t1> <s1>President {Lamb}</s1> <c1>said</c1>. <s2>Vice President {Strand}</s2> "
         "<c2>said</c2> <t2>nothing else mattered</t2>.", {"Hugo Lamb", "Tobin Strand"}},
        {"<s1>Gov. {Ruth Ambler}</s1> vetoed the bill, <c1>calling</c1> <t1>it a gift to thieves</t1>. <t2>“Not on my watch,”</t2> <s2>the governor</s2> <c2>said</c2>.",
         {"Ruth Ambler", "Ruth Ambler"}},
    });
}

TEST(ShortNames, SurnameOrFirstNameMeansTheOneIntroduced) {
    expect_rows({
        {"{Greta Lund} grew up on a pig farm outside ~Vasse~ and never expected to sing. <t1>“I was the kid who hummed,”</t1> <s1>{Lund}</s1> <c1>recalled</c1>. <t2>“My mother thought it "
         "was a phase,”</t2> <s2>{Greta}</s2> <c2>said</c2>, laughing.", {"Greta Lund", "Greta Lund"}},
        {"The twins, {Amy Corrigan} and {Beth Corrigan}, opened the bakery in 2011. <t1>“We fight about flour,”</t1> <s1>{Amy}</s1> <c1>said</c1>. <s2>{Beth}</s2> <c2>insists</c2> "
         "<t2>that they fight about everything</t2>.", {"Amy Corrigan", "Beth Corrigan"}},
        {"<t1>“You don’t forget a sound like that,”</t1> <c1>said</c1> <s1>{Haddow}</s1>, wiping his glasses. {Philip Haddow} was the last man out of the pit.", {"Philip Haddow"}},
        {"{Ines Duarte} was at work when her son {Rafael} called. <t1>“The water is in the kitchen,”</t1> <s1>{Rafael}</s1> <c1>told</c1> her. <s2>{Duarte}</s2> <c2>said</c2> <t2>she "
         "drove home at 90 miles an hour</t2>.", {"Rafael", "Ines Duarte"}},
        {"{Leonard Fisk} had owned the boat for six weeks.\n\n<t1>“It went down like a stone,”</t1> <c1>said</c1> <s1>{Paula Renn}, who rents the next berth</s1>.\n\nThe coast guard "
         "arrived within minutes. A diver, {Ole Sand}, went in twice.\n\n<t2>“I’d paid it off in March,”</t2> <s2>{Fisk}</s2> <c2>said</c2>.", {"Paula Renn", "Leonard Fisk"}},
        {"{Ned Farley} blamed the referee. <t1>“He was blind,”</t1> <s1>{Farley}</s1> <c1>said</c1>. <s2>{Okoro}</s2> <c2>said</c2> <t2>he had seen nothing wrong</t2>.", {"Ned Farley", "Okoro"}},
        {"{Martin Bexley} lives below {Martin Shaw}. <t1>“He plays the drums at two in the morning,”</t1> <s1>{Bexley}</s1> <c1>said</c1>. <t2>“Once. I did it once,”</t2> <s2>{Shaw}</s2> "
         "<c2>said</c2>.", {"Martin Bexley", "Martin Shaw"}},
        {"<s1>Union boss {Reg Tully}</s1> <c1>said</c1> <t1>that the docks would close</t1>. The last strike was in 1988, when {Reg Tully} was 12. <s2>{Tully}’s</s2> <c2>claim</c2> "
         "<t2>that nobody would cross the line</t2> was soon tested.", {"Reg Tully", "Reg Tully"}},
        {"{April Snow} met {Jack Frost}, a lorry driver, at the depot. <t1>“We got jokes every day,”</t1> <s1>{Snow}</s1> <c1>said</c1>. <t2>“I never minded,”</t2> <s2>{Jack}</s2> "
         "<c2>said</c2>.", {"April Snow", "Jack Frost"}},
        {"Only {Cora Finlay} saw the driver. <t1>\"Red cap, no beard,\"</t1> <s1>{Cora}</s1> <c1>told</c1> her aunt, <s2>{Wilma Tait}</s2>, who <c2>told</c2> police <t2>he had a "
         "beard</t2>.", {"Cora Finlay", "Wilma Tait"}},
        {"{Hamish Baird} stacked the chairs. {Una Baird Collins} swept. <t1>“We do it for the soup,”</t1> <s1>{Collins}</s1> <c1>said</c1>. <t2>“Good soup,”</t2> <s2>{Hamish}</s2> "
         "<c2>said</c2>.", {"Una Baird Collins", "Hamish Baird"}},
    });
}

TEST(Nicknames, InitialsAndGenerationsGoWithTheFullName) {
    expect_rows({
        {"{J.K. Dorrance} published her ninth novel in March. <t1>“I write in the bath,”</t1> <s1>{Dorrance}</s1> <c1>said</c1>. <s2>{J.K. Dorrance}</s2> <c2>says</c2> <t2>it keeps her "
         "honest</t2>.", {"J.K. Dorrance", "J.K. Dorrance"}},
        {"<s1>{Robert “Bobby” Trask}</s1> <c1>told</c1> the jury <t1>he was asleep</t1>. <t2>“I sleep heavy,”</t2> <s2>{Bobby Trask}</s2> <c2>said</c2>. <s3>{Trask}</s3> <c3>denied</c3> "
         "<t3>ever owning a boat</t3>.", {"Robert “Bobby” Trask", "Robert “Bobby” Trask", "Robert “Bobby” Trask"}},
        {"<s1>{Wendell Pryor Jr.}</s1> <c1>said</c1> <t1>the shop would stay open</t1>. <t2>“I learned the trade here,”</t2> <s2>{Pryor}</s2> <c2>said</c2>.",
         {"Wendell Pryor Jr.", "Wendell Pryor Jr."}},
        {"{Otis Mabry Sr.} was buried on Friday. <t1>“He taught me to fish,”</t1> <c1>said</c1> <s1>his son, {Otis Mabry Jr.}, 40</s1>. A letter was read aloud in which <s2>{Otis Mabry "
         "Sr.}</s2> <c2>asked</c2> <t2>that nobody wear black</t2>.", {"Otis Mabry Jr.", "Otis Mabry Sr."}},
        {"<s1>{Arthur J. Milbank}</s1> <c1>warned</c1> <t1>that rents would double</t1>. <s2>{Arthur Milbank}</s2> also <c2>said</c2> <t2>the pool would close</t2>.",
         {"Arthur J. Milbank", "Arthur J. Milbank"}},
        {"{A.J. Lowell} scored twice on his return. <t1>“The leg is fine,”</t1> <s1>{A.J.}</s1> <c1>said</c1>. <s2>His coach, {Sandy Birk},</s2> <c2>said</c2> <t2>{Lowell} was "
         "limping</t2>.", {"A.J. Lowell", "Sandy Birk"}},
        {"{William Harker} came to the hearing with his daughter {Billie Harker}. <t1>“He built that porch by hand,”</t1> <s1>{Billie Harker}</s1> <c1>said</c1>. <s2>{William Harker}</s2> "
         "<c2>said</c2> <t2>nothing would make him sell</t2>.", {"Billie Harker", "William Harker"}},
        {"{R.T. Sorley} and {P.T. Sorley} run rival garages. <t1>“He copies my signs,”</t1> <s1>{R.T. Sorley}</s1> <c1>said</c1>. <t2>“Other way round,”</t2> <s2>{P.T. Sorley}</s2> "
         "<c2>said</c2>.", {"R.T. Sorley", "P.T. Sorley"}},
        {"<s1>{Charles Whitcombe III}</s1> <c1>said</c1> <t1>the family would fight</t1>. His father, {Charles Whitcombe II}, was not in court. <t2>“He is ill,”</t2> <s2>{Charles "
         "Whitcombe III}</s2> <c2>said</c2>.", {"Charles Whitcombe III", "Charles Whitcombe III"}},
        {"{D.W. Harlan}, the judge, sent {W.D. Harlan}, the clerk, for coffee. <t1>“Two sugars,”</t1> <s1>{D.W. Harlan}</s1> <c1>told</c1> him.", {"D.W. Harlan"}},
        {"{G. Ellery Platt} left his maps to the town. <t1>“They are mostly wrong,”</t1> <s1>{Ellery Platt}</s1> <c1>wrote</c1> in 1977. <t2>“But pretty,”</t2> <s2>{Platt}</s2> "
         "<c2>added</c2>.", {"G. Ellery Platt", "G. Ellery Platt"}},
        {"{Ann Q. Teller} and {Ann R. Teller}, who are cousins, both teach there. <s1>{Ann R. Teller}</s1> <c1>says</c1> <t1>the post is always mixed up</t1>. <t2>“I read her bank "
         "statements,”</t2> <s2>{Ann Q. Teller}</s2> <c2>said</c2>.", {"Ann R. Teller", "Ann Q. Teller"}},
    });
}

TEST(Particles, AndHyphensStayInTheSurname) {
    expect_rows({
        {"{Jean-Luc Perrault} makes 200 cheeses a week. <t1>“The goats decide,”</t1> <s1>{Perrault}</s1> <c1>said</c1>. <t2>“I only listen,”</t2> <s2>{Jean-Luc}</s2> <c2>said</c2>.",
         {"Jean-Luc Perrault", "Jean-Luc Perrault"}},
        {"<s1>{Mary Ellis-Burke}, the coroner,</s1> <c1>ruled</c1> <t1>that the fall was an accident</t1>. <s2>Ms. {Ellis-Burke}</s2> <c2>said</c2> <t2>the railing had rusted through</t2>.",
         {"Mary Ellis-Burke", "Mary Ellis-Burke"}},
        {"{Bill de Grasso} won by 90 votes. <s1>{De Grasso}</s1> <c1>said</c1> <t1>he would ask for no recount</t1>. <t2>“I can count,”</t2> <c2>said</c2> <s2>{de Grasso}</s2>.",
         {"Bill de Grasso", "Bill de Grasso"}},
        {"<s1>Interior Minister {Khalid al-Rashan}</s1> <c1>said</c1> <t1>the curfew would end on Sunday</t1>. <s2>{Al-Rashan}</s2> <c2>told</c2> Reuters <t2>that schools stay shut</t2>. "
         "<t3>“For now,”</t3> <s3>{al-Rashan}</s3> <c3>said</c3>.", {"Khalid al-Rashan", "Khalid al-Rashan <- Reuters", "Khalid al-Rashan <- Reuters"}},
        {"{Pieter van der Molen} found the coin under a hen. <t1>“She was not pleased,”</t1> <s1>{van der Molen}</s1> <c1>said</c1>. <s2>{Van der Molen}</s2> <c2>hopes</c2> <t2>to build a "
         "new coop</t2>.", {"Pieter van der Molen", "Pieter van der Molen"}},
        {"<s1>{Ursula von Trebnitz}</s1> <c1>told</c1> the committee <t1>that she had signed nothing</t1>. A letter shown to members bears her name. <s2>{Von Trebnitz}</s2> "
         "<c2>called</c2> <t2>it a forgery</t2>.", {"Ursula von Trebnitz", "Ursula von Trebnitz"}},
        {"{Carlos de la Fuente} and {Petra Sund} share the prize. <t1>“Half is plenty,”</t1> <s1>{de la Fuente}</s1> <c1>said</c1>. <s2>{Sund}</s2> <c2>agreed</c2> <t2>that it was</t2>.",
         {"Carlos de la Fuente", "Petra Sund"}},
        {"<s1>{Omar bin Sayid}, a fisherman,</s1> <c1>said</c1> <t1>the soldiers took his nets</t1>. <t2>“They were wet,”</t2> <s2>{bin Sayid}</s2> <c2>said</c2>.",
         {"Omar bin Sayid", "Omar bin Sayid"}},
        {"{Siobhan O’Dell} has kept bees for 30 years. <t1>“They know my step,”</t1> <s1>{O’Dell}</s1> <c1>said</c1>. <s2>{O’Dell}’s husband, {Fergus},</s2> <c2>said</c2> <t2>they do not "
         "know his</t2>.", {"Siobhan O’Dell", "Fergus"}},
        {"{Rosa de Leon} voted for {Miguel de Soto} twice. <t1>“Never again,”</t1> <s1>{de Leon}</s1> <c1>said</c1>. <s2>{De Soto}</s2> <c2>said</c2> <t2>he was sorry to lose her</t2>.",
         {"Rosa de Leon", "Miguel de Soto"}},
        {"{Ann Ellis} works for {Tom Ellis-Burke}, and no, they are not related. <t1>“People ask daily,”</t1> <s1>{Ellis}</s1> <c1>said</c1>. <t2>“I say cousins,”</t2> "
         "<s2>{Ellis-Burke}</s2> <c2>said</c2>.", {"Ann Ellis", "Tom Ellis-Burke"}},
        {"{Gabriel García Luna}, the prosecutor, resigned at noon. <t1>“I was threatened,”</t1> <s1>{García Luna}</s1> <c1>said</c1>. <s2>{García}</s2> <c2>said</c2> <t2>the calls came at "
         "night</t2>.", {"Gabriel García Luna", "Gabriel García Luna"}},
        {"<s1>Foreign Minister {Kim Dae-won}</s1> <c1>said</c1> <t1>talks would resume</t1>. <s2>{Kim}</s2> <c2>told</c2> lawmakers <t2>no date had been set</t2>.", {"Kim Dae-won", "Kim Dae-won"}},
        {"{Li Wenqing}, who drives the night train, saw the flash first. <t1>“I thought it was the moon,”</t1> <s1>{Li}</s1> <c1>said</c1>. <s2>{Chen Bolin}, his conductor,</s2> "
         "<c2>said</c2> <t2>it was green</t2>.", {"Li Wenqing", "Chen Bolin"}},
        {"<s1>{Abdullah Abu Nasr}</s1> <c1>said</c1> <t1>the shelling had stopped</t1>. <s2>{Abu Nasr}</s2> <c2>added</c2> <t2>that his brother was missing</t2>.",
         {"Abdullah Abu Nasr", "Abdullah Abu Nasr"}},
        {"{Sarah Pike-Owens} is the fourth {Owens} to fly the mail. <t1>“It’s in the blood,”</t1> <s1>{Sarah}</s1> <c1>said</c1>. <s2>{Pike-Owens}</s2> <c2>says</c2> <t2>she never looks "
         "down</t2>.", {"Sarah Pike-Owens", "Sarah Pike-Owens"}},
    });
}

TEST(AlikeNames, OfTwoPeopleStayApart) {
    expect_rows({
        {"{Ian Hall} bought the house from {Rita Hale}. <t1>“It was damp,”</t1> <s1>{Hale}</s1> <c1>said</c1>. <s2>{Hall}</s2> <c2>said</c2> <t2>it still is</t2>.", {"Rita Hale", "Ian Hall"}},
        {"{Mark Brandt} shot the film and {Lucy Brand} cut it. <t1>“I threw out his best scenes,”</t1> <s1>{Brand}</s1> <c1>said</c1>. <t2>“She did,”</t2> <s2>{Brandt}</s2> <c2>said</c2>.",
         {"Lucy Brand", "Mark Brandt"}},
        {"Two teachers gave evidence. <s1>{Peter Lang}</s1> <c1>said</c1> <t1>the gate was open</t1>; <s2>{Sue Lange}</s2> <c2>said</c2> <t2>it was shut</t2>. <t3>“I shut it,”</t3> "
         "<s3>{Lange}</s3> <c3>said</c3>.", {"Peter Lang", "Sue Lange", "Sue Lange"}},
        {"<s1>{Joan Marten}, 80,</s1> <c1>says</c1> <t1>the river used to freeze</t1>. <s2>{John Martin}, the lock keeper,</s2> <c2>doubts</c2> <t2>it ever did</t2>. <t3>“I skated on "
         "it,”</t3> <s3>{Marten}</s3> <c3>said</c3>.", {"Joan Marten", "John Martin", "Joan Marten"}},
        {"{Moira Kerr} and {Alan Carr} were both on the bridge. <t1>“It moved,”</t1> <s1>{Carr}</s1> <c1>said</c1>. <t2>“It swayed like a drunk,”</t2> <s2>{Kerr}</s2> <c2>said</c2>.",
         {"Alan Carr", "Moira Kerr"}},
        {"<s1>{Erik Olsen}, who skippered the boat,</s1> <c1>said</c1> <t1>the net tore</t1>. <s2>{Eric Olson}, the insurer,</s2> <c2>said</c2> <t2>it was cut</t2>.", {"Erik Olsen", "Eric Olson"}},
        {"{Hans Fischer} taught {Dana Fisher} to weld. <t1>“He shouted,”</t1> <s1>{Fisher}</s1> <c1>said</c1>. <t2>“She burned my coat,”</t2> <s2>{Fischer}</s2> <c2>said</c2>.",
         {"Dana Fisher", "Hans Fischer"}},
        {"{Tilda Gray} opposed the mast; {Lance Grey} put it up. <s1>{Gray}</s1> <c1>said</c1> <t1>it hums</t1>. <s2>{Grey}</s2> <c2>said</c2> <t2>it does not</t2>.", {"Tilda Gray", "Lance Grey"}},
        {"{Maria Santos} and {Mario Santos} both sing tenor. <t1>“Mine is higher,”</t1> <s1>{Maria Santos}</s1> <c1>said</c1>. <s2>{Mario}</s2> <c2>said</c2> <t2>that was true</t2>.",
         {"Maria Santos", "Mario Santos"}},
        {"{Neil Parker}, a vet, treated the horse that {Ray Barker} had sold. <t1>“It was drugged,”</t1> <s1>{Parker}</s1> <c1>said</c1>. <t2>“Rubbish,”</t2> <s2>{Barker}</s2> "
         "<c2>said</c2>.", {"Neil Parker", "Ray Barker"}},
        {"{Lena Stone} succeeds {Luke Stein} at the museum. <t1>“I found his lunch in a drawer,”</t1> <s1>{Stone}</s1> <c1>said</c1>. <s2>{Stein}</s2> <c2>wrote</c2> <t2>that he had "
         "wondered where it went</t2>.", {"Lena Stone", "Luke Stein"}},
    });
}

TEST(OneSurname, TwoPeopleStayTwo) {
    expect_rows({
        {"{Nell Brody} heard the crash; {Frank Brody} slept through it. <t1>“It shook the plates,”</t1> <s1>{Nell Brody}</s1> <c1>said</c1>. <t2>“What plates?”</t2> <s2>{Frank Brody}</s2> "
         "<c2>asked</c2>.", {"Nell Brody", "Frank Brody"}},
        {"{Ed Maddox} and his wife {Rita Maddox} lost the farm in May. <t1>“I cried for a week,”</t1> <s1>he</s1> <c1>said</c1>. <t2>“He did,”</t2> <s2>she</s2> <c2>said</c2>.",
         {"Ed Maddox", "Rita Maddox"}},
        {"{John A. Crewe} painted the ceiling and {John B. Crewe} fell off the ladder. <t1>“I warned him,”</t1> <s1>{John A. Crewe}</s1> <c1>said</c1>. <t2>“He laughed,”</t2> <s2>{John B. "
         "Crewe}</s2> <c2>said</c2>.", {"John A. Crewe", "John B. Crewe"}},
        {"<s1>{Tara Ng}’s mother, {Mei Ng},</s1> <c1>said</c1> <t1>the girl had been kept after school</t1>. <t2>“I was scared,”</t2> <s2>{Tara Ng}</s2> <c2>said</c2>.", {"Mei Ng", "Tara Ng"}},
        {"Three brothers own the quarry: {Abe Stroud}, {Cal Stroud} and {Dov Stroud}. <t1>“I do the books,”</t1> <s1>{Cal}</s1> <c1>said</c1>. <t2>“I do the blasting,”</t2> <s2>{Dov "
         "Stroud}</s2> <c2>said</c2>. <s3>{Abe}</s3> <c3>said</c3> <t3>he does the worrying</t3>.", {"Cal Stroud", "Dov Stroud", "Abe Stroud"}},
        {"<t1>“My client was home in bed,”</t1> <c1>said</c1> <s1>defence lawyer {Hope Wray}</s1>. <s2>Judge {Simon Wray}, who is not related to her,</s2> <c2>said</c2> <t2>he would rule "
         "on Monday</t2>.", {"Hope Wray", "Simon Wray"}},
        {"{Victor Speller} was 19 when he enlisted. His brother, {Hugh Speller}, stayed on the farm. <t1>“He wrote every Sunday,”</t1> <s1>{Hugh Speller}</s1> <c1>said</c1>. In one letter "
         "<s2>{Victor}</s2> <c2>wrote</c2> <t2>that the food was good</t2>.", {"Hugh Speller", "Victor Speller <- letter"}},
        {"<s1>{Lorna Pitt}</s1> <c1>said</c1> <t1>her husband had left at nine</t1>. <s2>Her sister-in-law, {Olive Pitt},</s2> <c2>said</c2> <t2>it was ten</t2>. <t3>“I looked at the "
         "clock,”</t3> <s3>{Lorna Pitt}</s3> <c3>insisted</c3>.", {"Lorna Pitt", "Olive Pitt", "Lorna Pitt"}},
        {"{Dale Roark}, 71, and {Dale Roark}’s nephew {Kip Roark} share a cell wall. <t1>“He snores,”</t1> <s1>{Kip Roark}</s1> <c1>said</c1>. <s2>The older {Roark}</s2> <c2>said</c2> "
         "<t2>the boy talks in his sleep</t2>.", {"Kip Roark", "Dale Roark"}},
        {"{Marion Vickery} was killed by {Lloyd Vickery}, a stranger with the same name. <t1>“I kept thinking they were kin,”</t1> <s1>Detective {Paul Ames}</s1> <c1>said</c1>. <s2>{Lloyd "
         "Vickery}</s2> <c2>told</c2> police <t2>he never knew her</t2>.", {"Paul Ames", "Lloyd Vickery"}},
        {"{Luis Prado} beat his sister {Ana Prado} to the summit by a minute. <t1>“I had the better boots,”</t1> <s1>{Luis}</s1> <c1>said</c1>. <t2>“He had my boots,”</t2> <s2>{Ana}</s2> "
         "<c2>said</c2>.", {"Luis Prado", "Ana Prado"}},
        {"{Joe Tamm} was 61. <s1>His widow, {Iris Tamm},</s1> <c1>said</c1> <t1>he had complained of the fumes</t1>. In a last note <s2>{Joe Tamm}</s2> <c2>wrote</c2> <t2>that the masks "
         "did not fit</t2>.", {"Iris Tamm", "Joe Tamm <- last note"}},
        {"<s1>Plumber {Gary Noakes}</s1> <c1>swears</c1> <t1>the tap was fine</t1>. The house belongs to {Denise Noakes}, his ex-wife. <t2>\"It flooded the cat,\"</t2> <s2>{Denise "
         "Noakes}</s2> <c2>said</c2>. <s3>{Gary Noakes}</s3> <c3>replied</c3> <t3>that the cat is fine too</t3>.", {"Gary Noakes", "Denise Noakes", "Gary Noakes"}},
    });
}

TEST(Appositions, NameTheSpeakerBehindAndBefore) {
    expect_rows({
        {"{Zanna} was not at the hearing. <s1>Her manager of eleven years, {Tobias Crane},</s1> <c1>said</c1> <t1>she was resting</t1>.", {"Tobias Crane"}},
        {"<s1>{Nadia Orlov}, whose brother {Ilya} was among the dead,</s1> <c1>said</c1> <t1>nobody had called her</t1>. <t2>“Not one call,”</t2> <s2>{Orlov}</s2> <c2>said</c2>.",
         {"Nadia Orlov", "Nadia Orlov"}},
        {"<s1>{Owen Marsh}, a lawyer for {Dana Pike},</s1> <c1>said</c1> <t1>she would plead not guilty</t1>. <t2>“She has nothing to hide,”</t2> <s2>he</s2> <c2>said</c2>.",
         {"Owen Marsh", "Owen Marsh"}},
        {"<s1>A lawyer for {Dana Pike}, {Owen Marsh},</s1> <c1>called</c1> <t1>the charge absurd</t1>.", {"Owen Marsh"}},
        {"<t1>“We stopped every train at once,”</t1> <c1>said</c1> <s1>[Norland Rail]’s head of safety, {Gwen Sharpe}, who joined from [Tollmark] in May</s1>.", {"Gwen Sharpe"}},
        {"<s1>{Lena Voss} of the [Harbor Pilots’ Guild]</s1> <c1>said</c1> <t1>the buoys were in the wrong place</t1>.", {"Lena Voss"}},
        {"<s1>One of the jurors, {Sal Bright}, 61,</s1> <c1>told</c1> reporters <t1>the vote was never close</t1>. <t2>“Eleven to one by lunch,”</t2> <s2>{Bright}</s2> <c2>said</c2>.",
         {"Sal Bright", "Sal Bright"}},
        {"<t1>“He kept to himself,”</t1> <c1>said</c1> <s1>another neighbor, {Rosa Imms}</s1>.", {"Rosa Imms"}},
        {"<s1>{Fay Long}, mother of {Ben Long}, the boy who drowned,</s1> <c1>said</c1> <t1>the fence had been broken for years</t1>.", {"Fay Long"}},
        {"{Ben Long}, 9, drowned on Sunday. <s1>{Ben}’s mother, {Fay Long},</s1> <c1>asked</c1> <t1>why the gate was open</t1>.", {"Fay Long"}},
        {"{Alma Reece} was found at dawn. <s1>A friend of {Alma Reece}</s1> <c1>said</c1> <t1>she had been afraid of someone</t1>.", {"friend of Alma Reece"}},
        {"<s1>His accuser — {Mina Thorpe}, 44 —</s1> <c1>said</c1> through tears <t1>that he had followed her home</t1>.", {"Mina Thorpe"}},
        {"<s1>{Gus Hallam}, the mayor’s driver,</s1> <c1>swore</c1> <t1>the car was empty</t1>. Mayor {Beth Conroy} was abroad. <t2>“I know who sits behind me,”</t2> <s2>the driver</s2> "
         "<c2>said</c2>.", {"Gus Hallam", "Gus Hallam"}},
        {"<s1>The company’s founder and chief executive, {Ravi Menon},</s1> <c1>wrote</c1> <t1>that nobody would lose a job</t1>. <s2>{Ravi Menon}, 39,</s2> <c2>said</c2> <t2>the rumours "
         "came from a rival</t2>.", {"Ravi Menon", "Ravi Menon"}},
        {"<t1>“I told them it would burn,”</t1> <c1>said</c1> <s1>{Klaus Adler}, an engineer who had left [Tollmark] after a row with its chairman, {Percy Dowd}</s1>.", {"Klaus Adler"}},
        {"<s1>Shop assistant {Jo Finch}, whose boss is {Fay Long},</s1> <c1>said</c1> <t1>the till was short</t1>.", {"Jo Finch"}},
        {"<s1>The union’s deputy leader in ~Vasse~, {Reg Tully},</s1> <c1>said</c1> <t1>the ballot was close</t1>.", {"Reg Tully"}},
        {"<s1>The oldest of the rescued, {Emlyn Rowe}, a widower from ~Easton~,</s1> <c1>said</c1> <t1>he had prayed</t1>.", {"Emlyn Rowe"}},
        {"<s1>A woman who was in the shop with her son {Ben}</s1> <c1>said</c1> <t1>the man had a knife</t1>.", {"woman who was in the shop with her son Ben"}},
    });
}

TEST(ShortOrganizations, InitialsFirstWordsAndServices) {
    expect_rows({
        {"<s1>The [National Bridge Authority] ([NBA])</s1> <c1>said</c1> <t1>both spans were sound</t1>. Drivers were not convinced. <s2>The [NBA]</s2> later <c2>admitted</c2> <t2>that no "
         "one had climbed the towers</t2>.", {"National Bridge Authority", "National Bridge Authority"}},
        {"[Tollmark Industries] will close its last yard in March. <s1>[Tollmark]</s1> <c1>said</c1> <t1>demand had collapsed</t1>. <s2>{Bea Cully}, a welder,</s2> <c2>said</c2> <t2>the "
         "order book was full</t2>.", {"Tollmark Industries", "Bea Cully"}},
        {"The [Association of River Pilots] met on Friday. <s1>[ARP]</s1> <c1>says</c1> <t1>its members are exhausted</t1>.", {"Association of River Pilots"}},
        {"Members of [Farm Workers United] walked out at noon. <t1>“The heat is killing us,”</t1> <s1>[FWU]</s1> <c1>said</c1> in a leaflet.", {"Farm Workers United"}},
        {"[Harbor Bank] moved its alarm centre to a cellar. <s1>[Harbor Police]</s1> <c1>said</c1> <t1>they were never told</t1>. <s2>[Harbor Bank]</s2> <c2>said</c2> <t2>a letter was "
         "sent</t2>.", {"Harbor Police", "Harbor Bank"}},
        {"The [Danish Air Force] grounded its fleet. <s1>The [Air Force]</s1> <c1>blamed</c1> <t1>a cracked bolt</t1>.", {"Danish Air Force"}},
        {"<s1>The [Ministry of Fisheries]</s1> <c1>announced</c1> <t1>a ban on cod</t1>. Skippers jeered. <s2>The ministry</s2> <c2>said</c2> <t2>the ban would be reviewed in a year</t2>.",
         {"Ministry of Fisheries", "Ministry of Fisheries"}},
        {"[Brask & Daughters] has sold hats since 1890. <s1>[Brask]</s1> <c1>said</c1> <t1>it would not move its shop</t1>.", {"Brask & Daughters"}},
        {"<s1>The [WRT]</s1> <c1>warned</c1> <t1>that the reeds were dying</t1>. Few listened. The [Wetland Restoration Trust] has four staff. <s2>The [Wetland Restoration Trust]</s2> "
         "<c2>wants</c2> <t2>a ban on jet skis</t2>.", {"Wetland Restoration Trust", "Wetland Restoration Trust"}},
        {"The [Department of Inland Waters] drained the lock. <s1>[DIW]</s1> <c1>said</c1> <t1>a body had been found</t1>. <s2>[DIW] chief {Moss Tiller}</s2> <c2>said</c2> <t2>it was a "
         "deer</t2>.", {"Department of Inland Waters", "Moss Tiller"}},
        {"The [Lower Mill Council] voted 5-4. <s1>[Lower Mill Police]</s1> <c1>said</c1> <t1>there were two arrests</t1>. <s2>The council</s2> <c2>said</c2> <t2>the vote would stand</t2>.",
         {"Lower Mill Police", "Lower Mill Council"}},
        {"The [Cairn Union of Teachers] balloted its members. <s1>The union</s1> <c1>said</c1> <t1>nine in ten wanted to strike</t1>. <s2>The [CUT]</s2> <c2>accused</c2> <t2>ministers of "
         "lying</t2>.", {"Cairn Union of Teachers", "Cairn Union of Teachers"}},
        {"<s1>[Velling Pharma]</s1> <c1>said</c1> <t1>the trial had been stopped</t1>. Shares in [Velling Logistics], an unrelated firm, fell too. <t2>“We make pallets,”</t2> <s2>[Velling "
         "Logistics]</s2> <c2>said</c2>.", {"Velling Pharma", "Velling Logistics"}},
        {"The [Marsh Rescue Service] and the [Mountain Rescue Society] share a radio. <s1>The [Mountain Rescue Society]</s1> <c1>says</c1> <t1>the set is broken</t1>. <s2>The [Marsh "
         "Rescue Service]</s2> <c2>says</c2> <t2>it works</t2>.", {"Mountain Rescue Society", "Marsh Rescue Service"}},
        {"The [Bureau of Lost Ships] ([BLS]) keeps an index. <s1>The bureau</s1> <c1>says</c1> <t1>4,000 wrecks are unnamed</t1>. <s2>A [BLS] spokesman</s2> <c2>said</c2> <t2>divers were "
         "welcome</t2>.", {"Bureau of Lost Ships", "Bureau of Lost Ships"}},
        {"<s1>[Cairn Rail] spokeswoman {Joy Amber}</s1> <c1>said</c1> <t1>leaves were to blame</t1>. <s2>[Cairn Rail]</s2> later <c2>said</c2> <t2>it was a cow</t2>.", {"Joy Amber", "Cairn Rail"}},
        {"The [University of Cairn] expelled nine students. <s1>The university</s1> <c1>said</c1> <t1>they had cheated</t1>. <s2>The [Cairn Students’ Union]</s2> <c2>said</c2> <t2>they "
         "had not</t2>.", {"University of Cairn", "Cairn Students’ Union"}},
    });
}

TEST(OutletNames, ShortFormsMeanTheOneNamedBefore) {
    expect_rows({
        {"<s1>The [Hollow Ledger]</s1> <c1>reported</c1> <t1>that the dam had been leaking since May</t1>. <t2>“We knew,”</t2> <s2>engineer {Kurt Lobell}</s2> <c2>told</c2> the [Ledger].",
         {"Hollow Ledger", "Kurt Lobell <- Hollow Ledger"}},
        {"<s1>The New York Times</s1> <c1>reported</c1> <t1>that the deal was near</t1>. <s2>The Times</s2> <c2>said</c2> <t2>lawyers had met twice</t2>.", {"New York Times", "New York Times"}},
        {"{Milo Vance} gave an interview to the Washington Post. <t1>“I slept fine,”</t1> <s1>{Vance}</s1> <c1>told</c1> the Post.", {"Milo Vance <- Washington Post"}},
        {"<s1>NBC News</s1> <c1>reported</c1> <t1>that the pilot had been drinking</t1>. <s2>A mechanic</s2> <c2>told</c2> NBC <t2>he smelled it</t2>.", {"NBC News", "mechanic <- NBC News"}},
        {"{Rita Maddox} phoned the [Cairn Evening Herald] on Sunday. <t1>“Print this,”</t1> <s1>she</s1> <c1>told</c1> the [Herald].", {"Rita Maddox <- Cairn Evening Herald"}},
        {"<s1>The Wall Street Journal</s1> <c1>reported</c1> <t1>a loss of 40 million</t1>. <s2>{Ravi Menon}</s2> <c2>told</c2> the Journal <t2>it was a rounding error</t2>.",
         {"Wall Street Journal", "Ravi Menon <- Wall Street Journal"}},
        {"The [Hollow Ledger] and the [Cairn Ledger] disagree. <s1>The [Hollow Ledger]</s1> <c1>says</c1> <t1>the vicar ran</t1>; <s2>the [Cairn Ledger]</s2> <c2>says</c2> <t2>he "
         "walked</t2>.", {"Hollow Ledger", "Cairn Ledger"}},
        {"The Washington Post had the photo first. <s1>Some people</s1> <c1>said</c1> <t1>it was a fake</t1>.", {"Some people"}},
        {"The [Hollow Post] is sold at the station. <t1>“It’s all lies,”</t1> <s1>{Fay Long}</s1> <c1>told</c1> the [Hollow Post]. <s2>The Post</s2> <c2>said</c2> <t2>she had asked for "
         "money</t2>.", {"Fay Long <- Hollow Post", "Hollow Post"}},
        {"<s1>The [Hollow Ledger]’s {Ada Quill}</s1> <c1>wrote</c1> <t1>that the show was a bore</t1>. <s2>{Quill}</s2> <c2>called</c2> <t2>the lead “a wardrobe with eyes”</t2>.",
         {"Ada Quill <- Hollow Ledger", "Ada Quill <- Hollow Ledger"}},
        {"<s1>A friend of {Zanna}</s1> <c1>told</c1> People magazine <t1>that she was happy</t1>. <t2>“She is painting again,”</t2> <s2>the friend</s2> <c2>told</c2> People.",
         {"friend of Zanna <- People", "friend of Zanna <- People"}},
        {"[Channel 9 News] sent a helicopter over the lake. <t1>“It came so low that I lost my hat,”</t1> <s1>{Vern Toddy}, a fisherman,</s1> <c1>told</c1> [Channel 9]. <s2>{Toddy}</s2> "
         "<c2>said</c2> <t2>the pike had gone too</t2>.", {"Vern Toddy <- Channel 9 News", "Vern Toddy <- Channel 9 News"}},
        {"<s1>Fox News</s1> first <c1>reported</c1> <t1>the theft</t1>. A real fox, said the zoo, was not involved. <s2>{Gus Amory}</s2> <c2>told</c2> Fox News <t2>he saw a van</t2>.",
         {"Fox News", "Gus Amory <- Fox News"}},
        {"TMZ put out the video at noon. <t1>“She threw a shoe,”</t1> <s1>a waiter</s1> <c1>told</c1> TMZ. <s2>TMZ</s2> <c2>says</c2> <t2>the shoe was returned</t2>.", {"waiter <- TMZ", "TMZ"}},
        {"<s1>ABC News</s1> <c1>reported</c1> <t1>the arrest</t1>. An hour later <s2>ABC</s2> <c2>said</c2> <t2>the man had been freed</t2>.", {"ABC News", "ABC News"}},
        {"<s1>The [Marrow Bay Gazette]</s1> <c1>called</c1> <t1>the pier “a wooden cough”</t1>. <s2>{Olive Pitt}, who runs it,</s2> <c2>told</c2> the [Gazette] <t2>it was no such "
         "thing</t2>.", {"Marrow Bay Gazette", "Olive Pitt <- Marrow Bay Gazette"}},
        {"<s1>The Guardian</s1> <c1>reported</c1> <t1>that {Ravi Menon} had resigned</t1>. A security guardian at the gate knew nothing. <s2>{Menon}</s2> <c2>told</c2> the Guardian <t2>it "
         "was true</t2>.", {"Guardian", "Ravi Menon <- Guardian"}},
    });
}

TEST(SeveralNames, InOneSourceSpeakTogether) {
    expect_rows({
        {"<s1>{Nora Quill} and {Peter Odd}</s1> <c1>said</c1> <t1>the wedding was off</t1>. <t2>“It was mutual,”</t2> <s2>{Quill}</s2> <c2>added</c2>.", {"Nora Quill and Peter Odd", "Nora Quill"}},
        {"<s1>{Lena Voss}, {Gus Hallam} and {Bea Cully}</s1> <c1>wrote</c1> <t1>that the harbour must be dredged</t1>.", {"Lena Voss, Gus Hallam and Bea Cully"}},
        {"{Nora Quill} sings and {Peter Odd} drums. <t1>“We never rehearse,”</t1> <s1>{Quill} and {Odd}</s1> <c1>said</c1>.", {"Nora Quill and Peter Odd"}},
        {"<t1>“We are merging,”</t1> <s1>[Tollmark] and [Harbor Bank]</s1> <c1>said</c1> in a joint letter. <s2>[Tollmark]</s2> <c2>said</c2> <t2>no jobs would go</t2>.",
         {"Tollmark and Harbor Bank <- joint letter", "Tollmark"}},
        {"<s1>Sens. {Kay Dunne} and {Lou Brandt}</s1> <c1>demanded</c1> <t1>a new count</t1>. <s2>{Brandt}</s2> <c2>said</c2> <t2>the machines were old</t2>.",
         {"Kay Dunne and Lou Brandt", "Lou Brandt"}},
        {"<s1>{Jack} and {Orla Finch}</s1> <c1>said</c1> <t1>they lost everything but the cat</t1>.", {"Jack and Orla Finch"}},
        {"<s1>{Nora Quill}, flanked by {Peter Odd} and {Ida Holm},</s1> <c1>said</c1> <t1>she was done</t1>.", {"Nora Quill"}},
        {"<s1>{Ida Holm}, of [Brook and Vale Partners],</s1> <c1>said</c1> <t1>the will was valid</t1>.", {"Ida Holm"}},
        {"<s1>Both {Amy Corrigan} and {Beth Corrigan}</s1> <c1>denied</c1> <t1>knowing about the flour</t1>.", {"Amy Corrigan and Beth Corrigan"}},
        {"<s1>Reuters and the Associated Press</s1> <c1>reported</c1> <t1>that the palace was empty</t1>.", {"Reuters and Associated Press"}},
        {"{Ole Sand} was there, and so was {Paula Renn}. <t1>“It burned for an hour,”</t1> <s1>{Sand}</s1> <c1>said</c1>. <s2>{Renn} and {Sand}</s2> <c2>agree</c2> <t2>that no alarm "
         "rang</t2>.", {"Ole Sand", "Paula Renn and Ole Sand"}},
        {"<s1>{Nora Quill}, the singer and founder of [Reed and Rush],</s1> <c1>said</c1> <t1>the label would close</t1>.", {"Nora Quill"}},
        {"{Amy Corrigan} was joined by {Gus Amory}. <t1>“Flour is dear,”</t1> <s1>{Corrigan}, who bakes with {Amory} and his wife,</s1> <c1>said</c1>.", {"Amy Corrigan"}},
        {"<s1>The [Harbor Pilots’ Guild] and the [Dockers Union]</s1> <c1>warned</c1> <t1>that the port would stop</t1>.", {"Harbor Pilots’ Guild and Dockers Union"}},
        {"<s1>Lawyers {Hope Wray} and {Owen Marsh}</s1> <c1>said</c1> <t1>they would appeal</t1>. <t2>“The jury was asleep,”</t2> <s2>{Marsh}</s2> <c2>said</c2>.",
         {"Hope Wray and Owen Marsh", "Owen Marsh"}},
    });
}

TEST(Modifiers, OwnersAreNotTheSpeakers) {
    expect_rows({
        {"{Peter Odd} kept his eyes on the floor. <s1>{Odd}’s lawyer</s1> <c1>said</c1> <t1>he would appeal</t1>. <t2>“We have new evidence,”</t2> <s2>the lawyer</s2> <c2>said</c2>.",
         {"Odd’s lawyer", "Odd’s lawyer"}},
        {"<s1>The {Quill} administration</s1> <c1>said</c1> <t1>the levee would hold</t1>. <s2>{Quill}</s2> <c2>said</c2> <t2>she had walked it herself</t2>.", {"Quill administration", "Quill"}},
        {"{Amos Tarrant} died on Friday. <s1>The {Tarrant} family</s1> <c1>said</c1> <t1>there would be no service</t1>.", {"Tarrant family"}},
        {"<s1>{Dean Farrow}’s neighbours</s1> <c1>said</c1> <t1>he fed the foxes</t1>. <s2>{Farrow}</s2> <c2>denied</c2> <t2>it</t2>.", {"Dean Farrow’s neighbours", "Dean Farrow"}},
        {"<s1>A longtime friend of {Zanna}</s1> <c1>said</c1> <t1>the singer was sober</t1>.", {"longtime friend of Zanna"}},
        {"<s1>{Kessel} biographer {Ann Roe}</s1> <c1>wrote</c1> <t1>that the colonel hated horses</t1>.", {"Ann Roe"}},
        {"<s1>The {Menke} report</s1> <c1>found</c1> <t1>that the pumps were never tested</t1>. <s2>{Alice Menke}</s2> <c2>said</c2> <t2>she stood by every word</t2>.",
         {"Menke report", "Alice Menke"}},
        {"<s1>Former [Harbor Bank] trader {Gil Stowe}</s1> <c1>admitted</c1> <t1>hiding the losses</t1>.", {"Gil Stowe"}},
        {"<t1>“We regret the noise,”</t1> <c1>said</c1> <s1>a [Tollmark] spokeswoman</s1>.", {"Tollmark"}},
        {"<s1>The wife of Mayor {Tom Iddle}</s1> <c1>said</c1> <t1>he never came home</t1>. <s2>{Iddle}</s2> <c2>said</c2> <t2>he was at the office</t2>.",
         {"wife of Mayor Tom Iddle", "Tom Iddle"}},
        {"<s1>Residents of ~Dunmore~</s1> <c1>complained</c1> <t1>that the siren rang all night</t1>.", {"Residents of Dunmore"}},
        {"<s1>The judge in the {Odd} trial</s1> <c1>ruled</c1> <t1>that the tape could be played</t1>. {Peter Odd} shook his head.", {"judge in the Odd trial"}},
        {"<s1>Pro-{Vance} demonstrators</s1> <c1>chanted</c1> <t1>“Count again!”</t1> {Milo Vance} waved from a car.", {"Pro-Vance demonstrators"}},
        {"<s1>A ~Pell City~ police officer</s1> <c1>said</c1> <t1>the car hit a hydrant</t1>. <s2>{Gus Amory}, the driver,</s2> <c2>said</c2> <t2>the hydrant was new</t2>.",
         {"Pell City police officer", "Gus Amory"}},
        {"<s1>{Hugo Lamb}’s brother {Silas}</s1> <c1>said</c1> <t1>the president was ill</t1>. <s2>The {Lamb} campaign</s2> <c2>denied</c2> <t2>that he was</t2>.", {"Silas", "Lamb campaign"}},
        {"<s1>Several [Harbor Bank] customers</s1> <c1>complained</c1> <t1>of empty machines</t1>. <s2>[Harbor Bank]</s2> <c2>said</c2> <t2>they would be filled</t2>.",
         {"Several Harbor Bank customers", "Harbor Bank"}},
        {"<s1>The author of a {Hugo Lamb} biography</s1> <c1>says</c1> <t1>the president cannot swim</t1>. <s2>{Lamb}</s2> <c2>says</c2> <t2>he can</t2>.",
         {"author of a Hugo Lamb biography", "Hugo Lamb"}},
        {"<s1>An aide to {Kay Dunne} and {Lou Brandt}</s1> <c1>said</c1> <t1>the senators had not met</t1>.", {"aide to Kay Dunne and Lou Brandt"}},
        {"{Piers Ashdown} quit. <s1>{Ashdown}’s successor, {Fern Okafor},</s1> <c1>found</c1> <t1>the safe empty</t1>. <t2>“Not a coin,”</t2> <s2>she</s2> <c2>said</c2>.",
         {"Fern Okafor", "Fern Okafor"}},
        {"<s1>A {Quill} aide</s1> <c1>said</c1> <t1>the senator was asleep</t1>. {Ada Quill} was seen at a bar at midnight.", {"Quill aide"}},
        {"<s1>The {Brody} lawsuit</s1> <c1>alleges</c1> <t1>that the mill poisoned a well</t1>. <s2>{Frank Brody}</s2> <c2>said</c2> <t2>he wanted an apology</t2>.",
         {"Brody lawsuit", "Frank Brody"}},
        {"<s1>Fans of {Zanna}</s1> <c1>feared</c1> <t1>the worst</t1>. <s2>{Zanna}</s2> <c2>said</c2> <t2>she had a cold</t2>.", {"Fans of Zanna", "Zanna"}},
        {"<t1>“She tips badly,”</t1> <c1>said</c1> <s1>a barista who has served {Tess Croome} for years</s1>. <s2>{Croome}</s2> <c2>called</c2> <t2>it slander</t2>.",
         {"barista who has served Tess Croome for years", "Tess Croome"}},
        {"<s1>{Gwen Sharpe}’s</s1> <c1>warning</c1> <t1>that the brakes were worn</t1> went unread. <s2>Her deputy</s2> <c2>says</c2> <t2>he never saw it</t2>.", {"Gwen Sharpe", "deputy"}},
    });
}

TEST(ClosingNames, AreWhoThePhraseIsAbout) {
    expect_rows({
        {"<s1>The union’s president and chief {Gary Pruss}</s1> <c1>said</c1> <t1>the talks were over</t1>.", {"Gary Pruss"}},
        {"<s1>~Norland~’s ambassador to [Tarn Alliance] {Doug Lute}</s1> <c1>said</c1> <t1>the bridge would hold</t1>.", {"Doug Lute"}},
        {"<s1>The chief sponsor of the measure, the state senator {Deirdre Hend},</s1> <c1>said</c1> <t1>it would pass</t1>.", {"Deirdre Hend"}},
        {"<s1>One mom, archaeologist {Sarah Parr},</s1> <c1>said</c1> <t1>she had dug all night</t1>.", {"Sarah Parr"}},
        {"<s1>Prominent lawyer and legal analyst {Eric Gust}</s1> <c1>asked</c1> <t1>for the tape</t1>.", {"Eric Gust"}},
        {"<s1>The [Interfax] news agency</s1> <c1>reported</c1> <t1>a fire</t1>.", {"Interfax"}},
        {"<s1>The [Dawn of Carrow] militia</s1> <c1>said</c1> <t1>it held the airport</t1>.", {"Dawn of Carrow"}},
        {"{Kane East} came late. <s1>He ({East})</s1> <c1>said</c1> <t1>that he would sing</t1>.", {"Kane East"}},
        // somebody of somebody is not him
        {"<s1>The family of the victim, who was identified as {Keith Scott},</s1> <c1>said</c1> <t1>he was reading</t1>.", {"family of the victim, who was identified as Keith Scott"}},
        {"<s1>A friend of {Gary Pruss}</s1> <c1>said</c1> <t1>he was asleep</t1>.", {"friend of Gary Pruss"}},
        {"<s1>Fans of {Kane East}</s1> <c1>said</c1> <t1>it was a hoax</t1>.", {"Fans of Kane East"}},
    });
}

TEST(RelativePronouns, MeanThePhraseRightBefore) {
    expect_rows({
        {"The police met two Norlandic women <s1>who</s1> <c1>said</c1> <t1>the lift had stopped</t1>.", {"two Norlandic women"}},
        {"<t1>It was over</t1>, <c1>according to</c1> <s1>a Page Six source</s1>, <s2>who</s2> <c2>claimed</c2> <t2>they had split in May</t2>.", {"Page Six source <- Page Six", "Page Six source <- Page Six"}},
        {"They interviewed {Nora Quill}, <s1>who</s1> <c1>said</c1> <t1>it had rained</t1>.", {"Nora Quill"}},
        {"She read the annual report, <s1>which</s1> <c1>shows</c1> <t1>a loss</t1>.", {"annual report"}},
        {"It pleased a neighbour, <s1>who</s1> <c1>called</c1> <t1>it a gift</t1>.", {"neighbour"}},
    });
}

TEST(Titles, MakeAPersonOfWhatIsAlsoAnOutlet) {
    expect_rows({
        {"<s1>Mr. Bloomberg</s1> <c1>said</c1> <t1>the tax was fair</t1>.", {"Bloomberg"}},
        {"<s1>Mayor Forbes</s1> <c1>said</c1> <t1>the bridge would open</t1>.", {"Forbes"}},
        {"<s1>Good Morning America co-host {Tess Lowe}</s1> <c1>said</c1> <t1>it was late</t1>.", {"Tess Lowe"}},
    });
}

TEST(Quotations, BehindACueInTheirParagraphAreItsSpeakers) {
    expect_rows({
        {"{Ty Vot} ran the tour. <t1>“These claims are false,”</t1> <s1>{Mark Stein}</s1> <c1>said</c1> in a statement. <t2>“They are unsourced and ridiculous.”</t2>", {"Mark Stein", "Mark Stein"}},
        {"<s1>{Nora Quill}</s1> <c1>laughed</c1>: <t1>“Never.”</t1> {Peter Odd} looked away. <t2>“Not in my life will that happen.”</t2>", {"Nora Quill", "Nora Quill"}},
        {"<t1>“It was dark,”</t1> <s1>a witness</s1> <c1>said</c1>. <t2>“And then it was not dark any more.”</t2>", {"witness", "witness"}},
    });
}

TEST(Signatures, OfPostsNameTheirWriter) {
    expect_rows({
        {"<t1>“Not leaving. Ever.”</t1> — <s1>{Nora Quill} (@nquill)</s1> May 3, 2016", {"Nora Quill"}},
        {"<s1>{Peter Odd} (@quillfan)</s1> <c1>tweeted</c1> <t1>that he had seen {Nora Quill} at the pump</t1>.", {"Peter Odd"}},
        {"{Nora Quill} was quick to answer.\n\n<t1>“I have never owned a boat.”</t1>\n\n— <s1>{Nora Quill} (@nquill)</s1> June 9, 2017\n\nThen it went quiet. <t2>“Truly,”</t2> "
         "<s2>{Quill}</s2> <c2>wrote</c2> an hour later.", {"Nora Quill", "Nora Quill"}},
        {"<t1>“Sad day for ~Dunmore~.”</t1> — <s1>{Gus Amory} (@gusdrives)</s1> May 3, 2016\n\n<t2>“Good riddance.”</t2> — <s2>{Fay Long} (@faylong9)</s2> May 3, 2016", {"Gus Amory", "Fay Long"}},
        {"<t1>“All yards open tomorrow.”</t1> — <s1>[Tollmark Industries] (@tollmark)</s1> April 1, 2015\n\nBy noon <s2>[Tollmark]</s2> had <c2>said</c2> <t2>it was a joke</t2>.",
         {"Tollmark Industries", "Tollmark Industries"}},
        {"<s1>Twitter user {MAbiga6}</s1> <c1>asked</c1> <t1>why the cat had a hat</t1>.", {"MAbiga6"}},
        {"<t1>“Prayers for all on the bridge”</t1> — <s1>Sgt. {Dana Orrin} (@CairnPD)</s1> July 7, 2018", {"Dana Orrin"}},
        {"{Zanna} has 40 million followers. <t1>“New song Friday,”</t1> <s1>{Zanna} (@zanna)</s1> <c1>wrote</c1>. <t2>“Or not,”</t2> <s2>she</s2> <c2>added</c2>.", {"Zanna", "Zanna"}},
        {"<t1>“I was there and nobody fell.”</t1> – <s1>{Bea Cully} (@bcully)</s1>, 8:14 p.m.\n\n<s2>{Percy Dowd}, the chairman,</s2> <c2>said</c2> <t2>two people fell</t2>.",
         {"Bea Cully", "Percy Dowd"}},
        {"<t1>“Our thoughts are with {Fay Long}.”</t1> — <s1>[Lower Mill Police] (@lowermillpd)</s1> May 3, 2016", {"Lower Mill Police"}},
        {"<t1>“Dad built that mill.”</t1> — <s1>{Kip Roark} (@kiproark)</s1> May 4, 2019\n\n<t2>“My dad burned it.”</t2> — <s2>{Jo Roark} (@joroark)</s2> May 4, 2019", {"Kip Roark", "Jo Roark"}},
        {"<s1>{Ravi Menon}</s1>, who tweets as @ravim, <c1>wrote</c1> <t1>that the servers were down</t1>. <t2>“Back soon”</t2> — <s2>{Ravi Menon} (@ravim)</s2> March 2, 2020",
         {"Ravi Menon", "Ravi Menon"}},
        {"<t1>“The lake is not a bin.”</t1>\n— <s1>{Vern Toddy} (@verntoddy)</s1> August 2, 2019\n\n<s2>{Toddy}, 70,</s2> <c2>says</c2> <t2>he types with one finger</t2>.",
         {"Vern Toddy", "Vern Toddy"}},
    });
}

TEST(Entities, GatherTheFormsOfMarkedNames) {
    expect_entities({
        {"<s1>Mayor {Ellen Brask}</s1> <c1>said</c1> <t1>the pool would open</t1>. {Brask}, 51, swims. {Ellen} was a diver once.", {"person Ellen Brask (Brask, Ellen, Mayor Ellen Brask)"}},
        {"{Robert Trask} met {Edna Trask} in 1960. {Edna} made the cake.", {"person Robert Trask", "person Edna Trask (Edna)"}},
        {"The [National Bridge Authority] closed the bridge. The [NBA] opened it.", {"organization National Bridge Authority (NBA)"}},
        {"[Tollmark Industries] hired {Klaus Adler}. Then [Tollmark] fired {Adler}.", {"organization Tollmark Industries (Tollmark)", "person Klaus Adler (Adler)"}},
        {"{Khalid al-Rashan} came late. {Al-Rashan} left early.", {"person Khalid al-Rashan (Al-Rashan)"}},
        {"The [Hollow Ledger] was sold. The [Ledger] has 40 readers.", {"outlet Hollow Ledger (Ledger)"}},
        {"<s1>{Nora Quill} and {Peter Odd}</s1> <c1>said</c1> <t1>that {Quill} drove</t1>.", {"person Nora Quill (Quill)", "person Peter Odd", "person Nora Quill and Peter Odd"}},
        {"{Jean-Luc Perrault} sold cheese to ~Vasse~. {Perrault} kept the goats.", {"person Jean-Luc Perrault (Perrault)", "place Vasse"}},
        {"Lt. Col. {Brenda Kessel} landed first. Col. {Kessel} spoke to Sgt. {Ole Sand}.",
         {"person Brenda Kessel (Col. Kessel, Kessel, Lt. Col. Brenda Kessel)", "person Ole Sand (Sgt. Ole Sand)"}},
        {"The ~Norland~-based firm hired {A.J. Lowell}. {A.J.} bought a hat.", {"person A.J. Lowell (A.J.)"}},
        {"The {Quill} administration ended. {Ada Quill} wept.", {"person Ada Quill (Quill)"}},
    });
}

const Entity& speaking(const Reading& reading, std::size_t attribution) { return reading.entities.at(reading.attributions.at(attribution).speaker - 1); }

TEST(SeveralNames, CountAsSeveral) {
    for (const char* marked : {"<s1>{Nora Quill} and {Peter Odd}</s1> <c1>said</c1> <t1>the wedding was off</t1>.", "<s1>Sens. {Kay Dunne} and {Lou Brandt}</s1> <c1>demanded</c1> <t1>a new count</t1>.",
                               "<t1>“We are merging,”</t1> <c1>said</c1> <s1>[Tollmark] and [Harbor Bank]</s1>.", "<s1>Both {Amy Corrigan} and {Beth Corrigan}</s1> <c1>denied</c1> <t1>knowing about the flour</t1>."}) {
        SCOPED_TRACE(marked);
        EXPECT_EQ(speaking(read_marked(marked), 0).number, Number::several);
    }
    EXPECT_NE(speaking(read_marked("<s1>{Nora Quill}, flanked by {Peter Odd} and {Ida Holm},</s1> <c1>said</c1> <t1>she was done</t1>."), 0).number, Number::several);
}

TEST(Modifiers, LeaveTheKindToTheNounTheyBelongTo) {
    const std::vector<std::pair<const char*, EntityKind>> rows = {
        {"<s1>The {Quill} administration</s1> <c1>said</c1> <t1>the levee would hold</t1>.", EntityKind::organization},
        {"<s1>The {Lamb} campaign</s1> <c1>denied</c1> <t1>that he was ill</t1>.", EntityKind::organization},
        {"<s1>The {Menke} report</s1> <c1>found</c1> <t1>that the pumps were never tested</t1>.", EntityKind::document},
        {"<s1>The {Brody} lawsuit</s1> <c1>alleges</c1> <t1>that the mill poisoned a well</t1>.", EntityKind::document},
        {"<s1>A {Quill} aide</s1> <c1>said</c1> <t1>the senator was asleep</t1>.", EntityKind::unnamed},
        {"{Peter Odd} sat down. <s1>{Odd}’s lawyer</s1> <c1>said</c1> <t1>he would appeal</t1>.", EntityKind::unnamed},
        {"<s1>Residents of ~Dunmore~</s1> <c1>complained</c1> <t1>that the siren rang all night</t1>.", EntityKind::unnamed},
        {"<s1>Former [Harbor Bank] trader {Gil Stowe}</s1> <c1>admitted</c1> <t1>hiding the losses</t1>.", EntityKind::person},
        {"<t1>“We regret the noise,”</t1> <c1>said</c1> <s1>a [Tollmark] spokeswoman</s1>.", EntityKind::organization},
    };
    for (const auto& [marked, kind] : rows) {
        SCOPED_TRACE(marked);
        EXPECT_EQ(speaking(read_marked(marked), 0).kind, kind);
    }
}

}  // namespace
}  // namespace firsthand::stages
