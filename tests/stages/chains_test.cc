// Through whom words came: relays and how long they hold, nesting and what it passes on, hands and addressees. Labels are given by hand.
#include "rows.h"

namespace firsthand::stages {
namespace {

using testing::ElementsAreArray;

// "Peter Odd in 1": each attribution's speaker, and the attribution in whose content it stands, counted from 1.
Lines list_parents(const Reading& reading) {
    Lines lines;
    for (const Attribution& attribution : reading.attributions)
        lines.push_back(call_entity(reading, attribution.speaker) + (attribution.parent == kNone ? "" : " in " + std::to_string(attribution.parent + 1)));
    return lines;
}

// "Peter Odd: own"
Lines list_hands(const Reading& reading) {
    constexpr std::string_view kHands[] = {"own", "told", "retold"};
    Lines lines;
    for (const Attribution& attribution : reading.attributions)
        lines.push_back(call_entity(reading, attribution.speaker) + ": " + std::string(kHands[static_cast<int>(attribution.hand)]));
    return lines;
}

// "Peter Odd to the Mirror"
Lines list_addressees(const Reading& reading) {
    Lines lines;
    for (const Attribution& attribution : reading.attributions)
        lines.push_back(call_entity(reading, attribution.speaker) + (attribution.to.empty() ? "" : " to " + join_pieces(reading.document.text, attribution.to)));
    return lines;
}

TEST(ToldRelays, AreTheOutletsBehindTheCue) {
    expect_rows({
        {"<s1>{Marty Voss}, whose truck was the last across,</s1> <c1>told</c1> [KTVR] <t1>that the deck had been swaying since noon</t1>.", {"Marty Voss <- KTVR"}},
        {"Not everybody is pleased. <t1>“It’s a parking lot with a plaque,”</t1> <s1>retired teacher {Alice Bohn}, of ~Old Carrow~,</s1> <c1>told</c1> [Fox 9].", {"Alice Bohn <- Fox 9"}},
        {"<s1>{Jean Arbo}</s1> <c1>told</c1> Good Morning America co-host {Tess Lowe} <t1>that the house was haunted</t1>.", {"Jean Arbo <- Good Morning America"}},
        {"<s1>Five former employees, none of whom wished to be named,</s1> <c1>told</c1> Wired <t1>that the scooters caught fire weekly</t1>.", {"Five former employees, none of whom wished to be named <- Wired"}},
        {"<s1>{Arlo Finch}</s1> <c1>told</c1> {Ruth Ames} for a profile in the New Yorker <t1>that he had burned the sequel</t1>. The stove is still there.", {"Arlo Finch <- New Yorker"}},
        {"{Thea Bloss}, the club’s physiotherapist, had feared the worst since the first scan. <t1>“It’s a bad tear, and he knows it,”</t1> <s1>she</s1> <c1>told</c1> BBC Radio after the match.", {"Thea Bloss <- BBC Radio"}},
        {"<t1>“It sounded like a train,”</t1> <s1>{Ramona Diehl}, 67,</s1> <c1>told</c1> a BBC reporter from her porch, or what was left of it.", {"Ramona Diehl <- BBC"}},
        {"<s1>The late drummer’s manager</s1> <c1>reportedly told</c1> the National Enquirer <t1>that the ashes had been stolen</t1>.", {"late drummer’s manager <- National Enquirer"}},
        {"<t1>“We never signed anything, and nobody asked us to,”</t1> <s1>{Marla Denholt}, 51, who ran the ferry for two decades,</s1> <c1>told</c1> The Mirror.", {"Marla Denholt <- Mirror"}},
        {"The party at the mill ended early. <s1>A friend of the drummer</s1> <c1>told</c1> Us Weekly on Friday <t1>that the wedding, planned for June, was off</t1>.", {"friend of the drummer <- Us Weekly"}},
        {"<t1>“The clerk lost the whole box,”</t1> <s1>the county’s lawyer, {Cole Ansty},</s1> <c1>told</c1> [Courthouse Weekly] in an email.", {"Cole Ansty <- Courthouse Weekly"}},
        {"The judge gave her nine years. <s1>{Ines Marrow}</s1> <c1>told</c1> both CNN and the [Tarn Valley Gazette] <t1>that she would appeal</t1>.", {"Ines Marrow <- Tarn Valley Gazette <- CNN"}},
        {"<t1>“He is sleeping in the studio most nights,”</t1> <s1>an insider</s1> <c1>tells</c1> Page Six exclusively. <t2>“His wife has had enough of it all.”</t2>", {"insider <- Page Six", "insider <- Page Six"}},
        {"<s1>Foreign Minister {Teodor Valk}</s1> <c1>has told</c1> the state broadcaster [Radio Sarvonia] <t1>that the border will reopen before the harvest</t1>.", {"Teodor Valk <- Radio Sarvonia"}},
        {"The board met behind closed doors. <s1>Two people who were at the table</s1> <c1>told</c1> the Guardian <t1>that no vote was ever taken</t1>.", {"Two people who were at the table <- Guardian"}},
        {"<s1>{Nadia Fell}</s1> <c1>told</c1> [Hollow Signal], a podcast about unsolved thefts, <t1>that the painting was a copy</t1>.", {"Nadia Fell <- Hollow Signal"}},
        {"{Carla Voss} left court in tears on Thursday. <t1>“I did what any mother would do,”</t1> <s1>she</s1> <c1>told</c1> TMZ outside.", {"Carla Voss <- TMZ"}},
        {"<t1>“There were eleven of us in that cell,”</t1> <s1>{Yusra Tamim}</s1>, a nurse and mother of two, <c1>told</c1> Al Jazeera from a clinic across the river.", {"Yusra Tamim <- Al Jazeera"}},
        {"<s1>{Perry Gant}’s ex-wife, {Lou Gant},</s1> <c1>told</c1> the [Daily Lantern] <t1>that he owed her three years of support</t1>.", {"Lou Gant <- Daily Lantern"}},
        {"<s1>{Wendell Aske}</s1> <c1>would later tell</c1> Vanity Fair <t1>that the yacht had never been his</t1>.", {"Wendell Aske <- Vanity Fair"}},
    });
}

TEST(StatementRelays, AreTheOutletsThatWereSpokenTo) {
    expect_rows({
        {"In remarks first reported by Axios, <s1>the banker, {Ulf Brandt},</s1> <c1>compared</c1> <t1>the tax to a flood</t1>.", {"Ulf Brandt <- Axios"}},
        {"According to a transcript released by Fox Business, <s1>{Ulf Brandt}</s1> <c1>called</c1> <t1>the tax a flood</t1>.", {"Ulf Brandt <- Fox Business"}},
        {"<t1>“Cut the cameras before the vote,”</t1> <s1>the aide</s1> <c1>wrote</c1> in an email seen by Reuters.", {"aide <- Reuters"}},
        {"In an excerpt from her memoir obtained by People, <s1>{Ottilie Crane}</s1> <c1>says</c1> <t1>she was never in love with the director</t1>.", {"Ottilie Crane <- People"}},
        {"{Juno Lark} filed for divorce in April. <t1>“They had been living apart since the winter,”</t1> <s1>a friend of the couple</s1> <c1>says</c1> exclusively to In Touch.", {"friend of the couple <- In Touch"}},
        {"<s1>{Hal Brody}, a former sheriff,</s1> <c1>acknowledged</c1> in a phone call with the Associated Press <t1>that the log had been rewritten</t1>. The county has paid two families.", {"Hal Brody <- Associated Press"}},
        {"<t1>“The allegations are false,”</t1> <s1>a [Halden Motors] spokeswoman</s1> <c1>said</c1> in a statement obtained by the [Larkfield Herald].", {"Halden Motors <- Larkfield Herald"}},
        {"Contacted by Newsweek late on Wednesday, <s1>the museum’s director, {Ingmar Roth},</s1> <c1>said</c1> <t1>that three drawings were still missing</t1>.", {"Ingmar Roth <- Newsweek"}},
        {"Speaking with the Hollywood Reporter at the premiere, <s1>{Kip Lander}, who plays the butcher,</s1> <c1>admitted</c1> <t1>he cannot stand the sight of blood</t1>.", {"Kip Lander <- Hollywood Reporter"}},
        {"<t1>“No further comment will be made,”</t1> <s1>the palace</s1> <c1>said</c1> in a statement released on Tuesday.", {"palace"}},
        {"<t1>“She is grateful for the support,”</t1> <s1>the actor’s publicist, {Bettina Frey},</s1> <c1>said</c1> in a statement on [Facebook].", {"Bettina Frey"}},
        {"<s1>{Pavel Orlo}</s1> <c1>said</c1> in written testimony to the [Senate Banking Committee] <t1>that he had kept a second ledger</t1>.", {"Pavel Orlo"}},
        {"{Bram Tolley}, 34, drowned on Saturday. <t1>“We are heartbroken by the loss of our brother,”</t1> <s1>the family</s1> <c1>said</c1> in a statement to People.", {"family <- People"}},
        {"In a statement to Rolling Stone, <s1>a spokesperson for {Dario Venn}</s1> <c1>denied</c1> <t1>that the singer had ever met her</t1>.", {"Dario Venn <- Rolling Stone"}},
        {"In an interview with the BBC on Sunday, <s1>the prime minister, {Halvard Osk},</s1> <c1>insisted</c1> <t1>the deal was not dead</t1>.", {"Halvard Osk <- BBC"}},
        {"Speaking to Reuters by phone from ~Kellmar~, <s1>{Rana Dessi}, 29,</s1> <c1>described</c1> <t1>a night of shelling</t1>.", {"Rana Dessi <- Reuters"}},
        {"<s1>{Lyle Packer}, the team’s owner,</s1> <c1>said</c1> during an interview with ESPN <t1>that he would never sell</t1>.", {"Lyle Packer <- ESPN"}},
        {"<t1>“It’s a smear, plain and simple,”</t1> <s1>{Bo Tranter}’s lawyer, {Wes Uhl},</s1> <c1>wrote</c1> in an email to the [Larkfield Herald].", {"Wes Uhl <- Larkfield Herald"}},
        {"When reached by Vanity Fair, <s1>the gallery owner</s1> <c1>said</c1> <t1>she had no records of the sale</t1>.", {"gallery owner <- Vanity Fair"}},
        {"<s1>{Imre Holt}</s1> <c1>confirmed</c1> to Variety <t1>that the series would end after its fourth season</t1>.", {"Imre Holt <- Variety"}},
        {"Asked by Sky News whether he would resign, <s1>{Colm Astor}</s1> <c1>replied</c1>: <t1>“Not today.”</t1>", {"Colm Astor <- Sky News"}},
        {"{Lena Corvo} has moved back to ~Marwick~. <t1>“I needed the sea,”</t1> <s1>she</s1> <c1>said</c1> in a sit-down with Vogue.", {"Lena Corvo <- Vogue"}},
        {"<s1>A representative for the band</s1> <c1>did not deny</c1> to Billboard <t1>that the drummer was out</t1>.", {"representative for the band <- Billboard"}},
        // an outlet in the sentence that nobody spoke to
        {"<s1>{Abel Crane}, who is suing the New York Post for libel,</s1> <c1>said</c1> <t1>he had never been to the club</t1>.", {"Abel Crane"}},
        {"Days after CNN aired the tape, <s1>{Mona Strand}</s1> <c1>said</c1> <t1>she would step down</t1>.", {"Mona Strand"}},
        {"<s1>{Rolf Tabor}</s1> <c1>blasted</c1> <t1>Fox News for its coverage of the strike</t1>.", {"Rolf Tabor"}},
        {"In a statement to shareholders, <s1>[Halvorsen Foods]</s1> <c1>said</c1> <t1>two of its plants had been sold</t1>.", {"Halvorsen Foods"}},
        {"A day after suing the Daily Mail, <s1>{Greta Solum}</s1> <c1>said</c1> at a charity lunch <t1>that she had no regrets</t1>.", {"Greta Solum"}},
        {"<s1>{Mort Ensley}</s1> <c1>said</c1> <t1>he had been listening to NPR when the roof came down</t1>.", {"Mort Ensley"}},
        {"Outside the offices of the Washington Post, <s1>a protester with a drum</s1> <c1>said</c1> <t1>she had slept on the pavement</t1>.", {"protester with a drum"}},
    });
}

TEST(ReportingOutlets, SpeakAndPassOnWhomTheyCite) {
    expect_rows({
        {"<s1>A Reuters investigation</s1> <c1>found</c1> <t1>that the permits had been forged</t1>.", {"Reuters"}},
        {"<s1>Reuters</s1> <c1>reported</c1> <t1>that the strike had ended</t1>, <c2>but <s2>AFP</s2> said</c2> <t2>the pickets were still up</t2>.", {"Reuters", "AFP"}},
        {"<c1>According to</c1> <s1>multiple outlets</s1>, <t1>the wedding will be held on a glacier</t1>. <s2>Page Six</s2> <c2>adds</c2> <t2>that guests must sign a waiver</t2>.", {"multiple outlets", "Page Six"}},
        {"<s1>Newsweek</s1> <c1>reported</c1>, citing an internal memo, <t1>that the bank had known of the forgeries</t1>.", {"Newsweek"}},
        {"<t1>The council had known of the cracks for two years</t1>, as <s1>the [Tarn Valley Gazette]</s1> <c1>first reported</c1>.", {"Tarn Valley Gazette"}},
        {"<s1>The Mirror</s1> <c1>claims</c1> <t1>that <s2>a pal of the couple</s2> <c2>told</c2> the Daily Star <t2>the baby was due in May</t2></t1>.", {"Mirror", "pal of the couple <- Daily Star <- Mirror"}},
        {"{Lena Corvo} has not been seen since the premiere. <c1>According to</c1> <s1>Us Weekly’s source</s1>, <t1>she is hiding at her mother’s farm</t1>.", {"Us Weekly’s source <- Us Weekly"}},
        {"<s1>A TMZ insider</s1> <c1>claimed</c1> <t1>that the tour bus had been repossessed</t1>. <s2>A People source</s2> <c2>said</c2> <t2>it was being painted</t2>.", {"TMZ insider <- TMZ", "People source <- People"}},
        {"<t1>The two firms are close to a deal</t1>, <s1>sources</s1> <c1>told</c1> Deadline, which broke the story on Monday.", {"sources <- Deadline"}},
        {"Nobody at the club would talk. <s1>The Daily Telegraph</s1> <c1>said</c1> on its website <t1>that the manager had cleared his desk</t1>, and <s2>ESPN</s2> <c2>reported</c2> <t2>that he had been fired by text message</t2>.", {"Daily Telegraph", "ESPN"}},
        {"<s1>A columnist for the Boston Globe</s1> <c1>wrote</c1> <t1>that the stadium should be torn down</t1>.", {"columnist for the Boston Globe <- Boston Globe"}},
        {"<c1>According to</c1> <s1>TMZ</s1>, <t1>the couple split in March after a fight over a boat</t1>.", {"TMZ"}},
        {"<t1>The star has left rehab early</t1>, <s1>Page Six</s1> <c1>reports</c1>.", {"Page Six"}},
        {"<s1>The Washington Post</s1>, which obtained a leaked memo, <c1>reported</c1> <t1>that the dam had failed three inspections</t1>.", {"Washington Post"}},
        {"<t1>The governor’s chief of staff is leaving for a lobbying firm</t1>, <c1>as first reported by</c1> <s1>Politico</s1>.", {"Politico"}},
        {"<c1>According to</c1> <s1>sources who spoke to Us Weekly</s1>, <t1>the pair are house hunting in ~Old Carrow~</t1>.", {"sources who spoke to Us Weekly <- Us Weekly"}},
        {"<t1>Filming stops for six weeks</t1>, <c1>per</c1> <s1>Deadline</s1>.", {"Deadline"}},
        {"<c1>According to</c1> <s1>People</s1>, <t1><s2>a source close to the couple</s2> <c2>says</c2> <t2>they sleep in separate houses</t2></t1>.", {"People", "source close to the couple <- People"}},
        {"<s1>The Wall Street Journal</s1> <c1>reported</c1> <t1><t2>the regulator has opened a second inquiry</t2>, <c2>according to</c2> <s2>people familiar with the matter</s2></t1>.",
         {"Wall Street Journal", "people familiar with the matter <- Wall Street Journal"}},
        {"<s1>The Times</s1> <c1>said</c1> <t1>the bishop had known since May</t1>. <s2>The newspaper</s2> <c2>added</c2> <t2>that four letters went unanswered</t2>.", {"Times", "Times"}},
        {"<s1>The [Ostrava Standard]</s1> <c1>wrote</c1> <t1>that the prince “arrived an hour late and left an hour early.”</t1>", {"Ostrava Standard"}},
        {"<s1>CNN</s1> <c1>reported</c1> <t1>that three men were held</t1>. <s2>{Otto Brink}, the sheriff,</s2> <c2>said</c2> at noon <t2>that the number was wrong</t2>.", {"CNN", "Otto Brink"}},
        {"<c1>According to</c1> <s1>an article in Forbes</s1>, <t1>the heir is worth nine billion dollars</t1>.", {"Forbes"}},
    });
}

TEST(PublishedRelays, AreWhereItWasSaidOrWritten) {
    expect_rows({
        {"{Hanne Voll} won the prize in 1988. <t1>“The trick is to stop early,”</t1> <s1>she</s1> <c1>wrote</c1> years later in Esquire.", {"Hanne Voll <- Esquire"}},
        {"<s1>Weather presenter {Jack Thorn}</s1> <c1>warned</c1> on ITV News <t1>that the thaw would be quick</t1>.", {"Jack Thorn <- ITV News"}},
        {"<s1>Former minister {Alva Renz}</s1> <c1>told</c1> the BBC’s Newsnight programme <t1>that she had been lied to</t1>.", {"Alva Renz <- BBC"}},
        {"<s1>{Cormac Teague}</s1>, in a letter to the New York Times, <c1>complained</c1> <t1>that the review had not mentioned the music</t1>.", {"Cormac Teague <- New York Times"}},
        {"<s1>Slate’s {Odile Farr}</s1> <c1>argues</c1> <t1>that the film is a comedy about bookkeeping</t1>.", {"Odile Farr <- Slate"}},
        {"<s1>{Harlan Pike}, a reporter for the [Mill County Dispatch],</s1> <c1>tweeted</c1> <t1>that shots had been fired near the fairground</t1>.", {"Harlan Pike <- Mill County Dispatch"}},
        {"<s1>Host {Gil Sayer}</s1> <c1>said</c1> on Fox News on Tuesday night <t1>that the senator was “a coat without a man in it.”</t1>", {"Gil Sayer <- Fox News"}},
        {"<s1>{Nora Birch}, who quit the Washington Post last year to farm goats,</s1> <c1>said</c1> <t1>that she missed nothing but the noise</t1>.", {"Nora Birch"}},
        {"<s1>{Silas Brand}</s1> <c1>was quoted</c1> by the [Orley Post] as saying <t1>the bridge “could go at any minute.”</t1>", {"Silas Brand <- Orley Post"}},
        {"<t1>“Art is what’s left when the money’s gone,”</t1> <s1>{Tove Lindqvist}</s1> <c1>writes</c1> in The Atlantic.", {"Tove Lindqvist <- Atlantic"}},
        {"Writing for the [Morning Dispatch], <s1>economist {Peer Ostlund}</s1> <c1>argued</c1> <t1>that the tariff would cost every household a week’s wages</t1>.", {"Peer Ostlund <- Morning Dispatch"}},
        {"<s1>Sen. {Rhea Dalton}</s1> <c1>said</c1> on CNN on Sunday morning <t1>that the bill was dead</t1>.", {"Rhea Dalton <- CNN"}},
        {"<s1>{Jem Addo}</s1> <c1>told</c1> host {Lark Simms} on MSNBC <t1>that nobody in the party had called him</t1>.", {"Jem Addo <- MSNBC"}},
        {"Appearing on Good Morning America, <s1>the pilot, {Anders Roe},</s1> <c1>recalled</c1> <t1>a smell of burning rubber</t1>.", {"Anders Roe <- Good Morning America"}},
        {"<s1>The Herald’s {Cass Whitlow}</s1> <c1>wrote</c1> <t1>that the play ran an hour too long</t1>.", {"Cass Whitlow <- Herald"}},
        {"<s1>{Denny Plover} of the [Skerry Point Register]</s1> <c1>wrote</c1> <t1>that the mayor had not been seen since Easter</t1>.", {"Denny Plover <- Skerry Point Register"}},
        {"<t1>“I’d do it all again,”</t1> <s1>{Ulla Marchetti}</s1> <c1>said</c1>, as quoted in Der Spiegel.", {"Ulla Marchetti <- Der Spiegel"}},
        {"In an op-ed for USA Today, <s1>{Gil Ferrant}, a retired general,</s1> <c1>wrote</c1> <t1>that the bases should close</t1>.", {"Gil Ferrant <- USA Today"}},
        {"<s1>{Anouk Sable}</s1>, in a column for the Financial Times, <c1>called</c1> <t1>the merger “a funeral with canapés.”</t1>", {"Anouk Sable <- Financial Times"}},
        // people of an outlet, and outlets that are spoken of
        {"<s1>{Ruth Ambler}, a former BBC producer,</s1> <c1>said</c1> <t1>nobody in the building knew</t1>.", {"Ruth Ambler"}},
        {"<s1>{Vic Sorley}, who owns the [Dunmere Times],</s1> <c1>said</c1> <t1>the presses would stop in June</t1>.", {"Vic Sorley"}},
        {"<s1>NBC chief executive {Hal Durrow}</s1> <c1>told</c1> staff in a memo <t1>that the layoffs were over</t1>.", {"Hal Durrow <- memo"}},
        {"<s1>{Maeve Tully}</s1> <c1>said</c1> <t1>she had first read of the recall in The Guardian</t1>.", {"Maeve Tully"}},
    });
}

TEST(DocumentRelays, AreWhatSomethingIsWrittenIn) {
    expect_rows({
        {"<s1>{Nora Quill}</s1> <c1>wrote</c1> in her resignation letter <t1>that the board had lied</t1>. <t2>“I will not sign it,”</t2> <s2>{Quill}</s2> <c2>wrote</c2>.", {"Nora Quill <- resignation letter", "Nora Quill <- resignation letter"}},
        {"In its annual report to shareholders, <s1>[Halden Motors]</s1> <c1>warned</c1> <t1>of a long winter</t1>.", {"Halden Motors <- annual report to shareholders"}},
        {"<t1>“The dam was never inspected,”</t1> <s1>lawyers for the town</s1> <c1>said</c1> in court papers filed late on Tuesday.", {"lawyers for the town <- court papers"}},
        {"<s1>{Ida Marsh}</s1> <c1>claims</c1> in her book “The Long Ferry” <t1>that nobody counted the boats</t1>.", {"Ida Marsh <- The Long Ferry"}},
        {"In an affidavit unsealed on Monday, <s1>a detective</s1> <c1>wrote</c1> <t1>that the van was empty</t1>.", {"detective <- affidavit"}},
        {"<t1>The bridge is sound</t1>, <s1>the inspector</s1> <c1>concluded</c1> in a 40-page report.", {"inspector <- 40-page report"}},
        {"In a letter to Gov. {Peter Odd}, <s1>the clinics</s1> <c1>argued</c1> <t1>that the rule would close them</t1>.", {"clinics <- letter to Gov. Peter Odd"}},
        {"<s1>Justice {Edna Voll}</s1>, in a dissent, <c1>called</c1> <t1>the ruling a gift to polluters</t1>.", {"Edna Voll <- dissent"}},
        {"<s1>{Carl Ems}</s1> <c1>said</c1> in his memoir <t1>that he had never met the king</t1>. <s2>{Ems}</s2> <c2>told</c2> Reuters <t2>that he might have</t2>.", {"Carl Ems <- memoir", "Carl Ems <- Reuters"}},
        {"<t1>“We did not know,”</t1> <s1>the company</s1> <c1>wrote</c1> in emails released by the committee.", {"company <- emails"}},
        // what is said to the press is no document, nor is one that is only spoken of
        {"<s1>{Nora Quill}</s1> <c1>said</c1> in a statement <t1>that the mill would close</t1>.", {"Nora Quill"}},
        {"<s1>The officer, who is not named in the lawsuit,</s1> <c1>said</c1> <t1>he heard three shots</t1>.", {"officer, who is not named in the lawsuit"}},
        {"<s1>The agency</s1> <c1>said</c1> in a brief statement <t1>that the dam was safe</t1>.", {"agency"}},
        {"In ruling for the owners, <s1>the court</s1> <c1>found</c1> <t1>that the fence was theirs</t1>.", {"court"}},
        {"<s1>{Ida Marsh}</s1> <c1>said</c1> <t1>that she was named in the report</t1>.", {"Ida Marsh"}},
        {"<s1>{Carl Ems}</s1> <c1>said</c1> in an interview <t1>that he was tired of books</t1>.", {"Carl Ems"}},
    });
}

TEST(OutletsWithoutName, AreRelaysByTheirWords) {
    expect_rows({
        {"<s1>{Georg Lund}</s1> <c1>told</c1> a German news agency <t1>that his brother was ill</t1>. <t2>“He is tired,”</t2> <s2>{Lund}</s2> <c2>said</c2>.", {"Georg Lund <- German news agency", "Georg Lund <- German news agency"}},
        {"<t1>“We fight for our land,”</t1> <s1>the king</s1> <c1>said</c1> on state television.", {"king <- state television"}},
        {"<s1>The minister</s1> <c1>told</c1> a radio station <t1>that nothing was decided</t1>.", {"minister <- radio station"}},
        {"<s1>A witness</s1> <c1>told</c1> local media <t1>that the roof fell first</t1>.", {"witness <- local media"}},
        {"<s1>{Oda Brandt}</s1> <c1>said</c1> to a Swedish newspaper <t1>that the wolf was a dog</t1>.", {"Oda Brandt <- Swedish newspaper"}},
        {"<s1>The mayor</s1> <c1>told</c1> a local television station <t1>that the water was safe</t1>.", {"mayor <- local television station"}},
        {"<s1>{Peter Odd}</s1> <c1>said</c1> on Italian television <t1>that he would run again</t1>.", {"Peter Odd <- Italian television"}},
        {"<s1>Her father</s1> <c1>told</c1> a student newspaper <t1>that she had won before</t1>.", {"father <- student newspaper"}},
        {"<s1>The coach</s1> <c1>told</c1> French media <t1>that the leg was broken</t1>.", {"coach <- French media"}},
        {"<s1>The general</s1> <c1>spoke</c1> to a Turkish broadcaster <t1>of a long war</t1>.", {"general <- Turkish broadcaster"}},
        {"<s1>The owner</s1> <c1>told</c1> a local publication <t1>that the ferry was sold</t1>.", {"owner <- local publication"}},
        // no outlet is told anything here
        {"<s1>{Peter Odd}</s1> <c1>said</c1> the man on the television <t1>was not him</t1>.", {"Peter Odd"}},
        {"<s1>The coach</s1> <c1>told</c1> reporters <t1>that the leg was broken</t1>.", {"coach"}},
        {"<s1>The minister</s1> <c1>told</c1> parliament <t1>that the media had lied</t1>.", {"minister"}},
    });
}

TEST(ToldRelays, AreKnownByWhatStandsAround) {
    expect_rows({
        {"<s1>{Bill Mott}</s1> <c1>told</c1> CalMonitor <t1>the law is a thoughtful approach</t1>.", {"Bill Mott <- CalMonitor"}},
        {"<s1>{Ann Romy}</s1> <c1>told</c1> {Tess Lowe} of Fox News <t1>that she was not nervous</t1>.", {"Ann Romy <- Fox News"}},
        {"<s1>Sen. {Carl Ems}</s1> <c1>told</c1> \"Face the Nation\" on Sunday <t1>that the talks were over</t1>.", {"Carl Ems <- Face the Nation"}},
        {"<t1>“The attention is not what we expected,”</t1> <s1>{Mo Lund}</s1> <c1>said</c1> in an exclusive CNBC interview.", {"Mo Lund <- CNBC"}},
        {"Politico had a profile of {Mo Lund} on Friday. In the article, <s1>he</s1> <c1>put</c1> <t1>his fortune at eight figures</t1>.", {"Mo Lund <- Politico"}},
        {"<s1>Reuters</s1> <c1>reported</c1> <t1>that <s2>the minister, {Oda Brandt},</s2> <c2>wanted</c2> <t2>a truce</t2></t1>. <t3>“It is time,”</t3> <s3>{Brandt}</s3> <c3>said</c3>.", {"Reuters", "Oda Brandt <- Reuters", "Oda Brandt <- Reuters"}},
        {"<t1>“It is a lie,”</t1> <s1>columnist {Paul Mull}</s1> <c1>wrote</c1> in ~Norland~’s Boston Globe.", {"Paul Mull <- Boston Globe"}},
        {"<s1>{Becky Vance}</s1>, of Reuters, <c1>reports</c1> <t1>that the school will close</t1>.", {"Becky Vance <- Reuters"}},
        {"<t1>“The court was right.”</t1>\n\n<s1>{Louise Arn}</s1>, Politico\n\nMore follows.", {"Louise Arn <- Politico"}},
        {"<s1>A spokesman for [Halden Motors]</s1>, quoted by Reuters, <c1>said</c1> <t1>the plant was safe</t1>.", {"Halden Motors <- Reuters"}},
    });
}

TEST(RelaysCarriedOver, EndWithAnotherOccasion) {
    expect_rows({
        {"<s1>{Mark Stein}</s1> <c1>told</c1> Reuters <t1>that he was done</t1>. <t2>“These claims are false,”</t2> <s2>{Stein}</s2> <c2>said</c2> in a statement.", {"Mark Stein <- Reuters", "Mark Stein"}},
        {"<s1>{Mark Stein}</s1> <c1>told</c1> Reuters <t1>that he was done</t1>. <s2>{Stein}</s2> <c2>told</c2> reporters <t2>that he was not</t2>. <s3>{Stein}</s3> <c3>said</c3> <t3>it rained</t3>.", {"Mark Stein <- Reuters", "Mark Stein", "Mark Stein"}},
        {"<s1>{Mark Stein}</s1> <c1>told</c1> Reuters <t1>that he was done</t1>. <s2>He</s2> <c2>wrote</c2> on Twitter <t2>that he was not</t2>.", {"Mark Stein <- Reuters", "Mark Stein"}},
        {"<s1>{Mark Stein}</s1> <c1>told</c1> Reuters <t1>that he was done</t1>. <s2>{Stein}</s2> <c2>said</c2> <t2>he had told reporters so</t2>.", {"Mark Stein <- Reuters", "Mark Stein <- Reuters"}},
        {"<s1>{Mark Stein}</s1> <c1>told</c1> Reuters <t1>that he was done</t1>. <s2>{Stein}</s2> <c2>said</c2> in a statement to People <t2>that he was not</t2>.", {"Mark Stein <- Reuters", "Mark Stein <- People"}},
    });
}

TEST(RelaysCarriedOver, HoldForTheSpeakersNextWords) {
    expect_rows({
        {"In an interview with Esquire, <s1>{Jack Thorn}</s1> <c1>said</c1> <t1>that his first wife had left over a canoe</t1>. <s2>{Julia Thorn}, the wife,</s2> <c2>disputed</c2> <t2>that</t2>. <t3>“It was two canoes,”</t3> <s3>she</s3> <c3>said</c3>.",
         {"Jack Thorn <- Esquire", "Julia Thorn", "Julia Thorn"}},
        {"<t1>“They owe us the winter’s pay,”</t1> <s1>a driver</s1> <c1>told</c1> Reuters. <t2>“The foreman hides when we come.”</t2>\n\n<s3>The foreman</s3> <c3>said</c3> <t3>that he was only doing his job</t3>.",
         {"driver <- Reuters", "driver <- Reuters", "foreman"}},
        {"<s1>{Tim Rusk}</s1> <c1>said</c1> on CNN <t1>that the count was over</t1>. <s2>{Rusk}’s opponent, {Anna Lowe},</s2> <c2>said</c2> <t2>it had hardly begun</t2>. <t3>“She can’t add,”</t3> <s3>{Rusk}</s3> <c3>replied</c3>.",
         {"Tim Rusk <- CNN", "Anna Lowe", "Tim Rusk <- CNN"}},
        {"{Owen Lund} and {Molly Moss} wrote the songs together. <t1>“I did the words,”</t1> <s1>he</s1> <c1>told</c1> Billboard. <t2>“He did the talking,”</t2> <s2>she</s2> <c2>said</c2>.", {"Owen Lund <- Billboard", "Molly Moss"}},
        {"<t1>“The first week I just sat in the truck,”</t1> <s1>{Emmett Crowe}, 44, a former miner,</s1> <c1>told</c1> the [Pike River Sentinel].\n\nThe mine closed in 2009 and the school two years later. About 300 people are left.\n\n"
         "<t2>“My father dug there, and his father,”</t2> <s2>{Crowe}</s2> <c2>said</c2>. <t3>“Now I drive a bread van for my cousin.”</t3>\n\n<s4>His wife, {Joanna Crowe},</s4> <c4>said</c4> <t4>he still sets the alarm for four</t4>.",
         {"Emmett Crowe <- Pike River Sentinel", "Emmett Crowe <- Pike River Sentinel", "Emmett Crowe <- Pike River Sentinel", "Joanna Crowe"}},
        {"<s1>[Selby Water]</s1> <c1>told</c1> Reuters <t1>that the plant was safe</t1>. <s2>The company</s2> <c2>said</c2> <t2>the smell would pass</t2>.", {"Selby Water <- Reuters", "Selby Water <- Reuters"}},
        {"<t1>“We heard it before we saw it,”</t1> <s1>Captain {Alan Fisk}</s1> <c1>told</c1> NBC News. <s2>Deputy {Susan Orr}</s2> <c2>told</c2> CNN <t2>that the wave was black</t2>. <s3>{Fisk}</s3> <c3>said</c3> <t3>his boat was gone</t3>. <s4>{Orr}</s4> <c4>said</c4> <t4>hers was in a tree</t4>.",
         {"Alan Fisk <- NBC News", "Susan Orr <- CNN", "Alan Fisk <- NBC News", "Susan Orr <- CNN"}},
        {"<s1>{Dean Orchard}</s1> <c1>told</c1> reporters <t1>that the case was closed</t1>. <s2>{Orchard}</s2> <c2>told</c2> the Sun <t2>that it was not</t2>. <s3>{Orchard}’s wife</s3> <c3>said</c3> <t3>he had been up all night</t3>.", {"Dean Orchard", "Dean Orchard <- Sun", "Orchard’s wife"}},
        {"<t1>“I cried for a week,”</t1> <s1>{Holly Sands}</s1> <c1>told</c1> Vogue. <c2>According to</c2> <s2>the [Kestrel Bay Argus]</s2>, <t2>{Sands} had been offered the part twice</t2>.", {"Holly Sands <- Vogue", "Kestrel Bay Argus"}},
        {"<t1>“I have not slept since the fire,”</t1> <s1>{Dora Hasp}</s1> <c1>told</c1> People. <t2>“Every siren takes me back there,”</t2> <s2>she</s2> <c2>added</c2>.", {"Dora Hasp <- People", "Dora Hasp <- People"}},
        {"<t1>“We were robbed,”</t1> <s1>coach {Len Dabney}</s1> <c1>told</c1> ESPN. <s2>{Marisa Ochs}, the league’s president,</s2> <c2>said</c2> <t2>the call was right</t2>.\n\n"
         "<t3>“She was not even watching,”</t3> <s3>{Dabney}</s3> <c3>said</c3>.",
         {"Len Dabney <- ESPN", "Marisa Ochs", "Len Dabney <- ESPN"}},
        {"<s1>{Tilda Rooke}</s1> <c1>told</c1> TMZ <t1>that the dog bit first</t1>. A day later <s2>{Rooke}</s2> <c2>told</c2> Reuters <t2>that there was no dog</t2>. <s3>{Rooke}</s3> <c3>said</c3> <t3>the report was a mix-up</t3>.",
         {"Tilda Rooke <- TMZ", "Tilda Rooke <- Reuters", "Tilda Rooke <- Reuters"}},
        {"<t1>“I thought it was thunder,”</t1> <s1>{Amos Keel}, a shepherd,</s1> <c1>told</c1> Al Jazeera.\n\n<t2>“Then the whole slope began to walk.”</t2>", {"Amos Keel <- Al Jazeera", "Amos Keel <- Al Jazeera"}},
        {"In an interview with Vogue, <s1>{Ottilie Crane}</s1> <c1>said</c1> <t1>she had quit acting for good</t1>.\n\nThe house is full of boxes. Two cats sleep on the piano.\n\n"
         "<t2>“I would rather plant trees,”</t2> <s2>{Crane}</s2> <c2>says</c2>. <s3>She</s3> <c3>claims</c3> <t3>to have planted four hundred</t3>.",
         {"Ottilie Crane <- Vogue", "Ottilie Crane <- Vogue", "Ottilie Crane <- Vogue"}},
        {"<t1>“They fought over the lyrics,”</t1> <s1>a source</s1> <c1>told</c1> Page Six. <t2>“Then somebody threw a lamp,”</t2> <s2>the source</s2> <c2>continued</c2>.", {"source <- Page Six", "source <- Page Six"}},
        {"<s1>{Hugo Strand}</s1> <c1>told</c1> the [Wexley Courier] <t1>that he had paid in cash</t1>. <s2>He</s2> <c2>said</c2> <t2>the receipt was lost in a move</t2>.", {"Hugo Strand <- Wexley Courier", "Hugo Strand <- Wexley Courier"}},
        {"<t1>“He is a liar,”</t1> <s1><s2>{Vera Nold}</s2></s1> <c1>told</c1> the Sun, <c2>adding</c2> <t2>that she had kept every letter</t2>.", {"Vera Nold <- Sun", "Vera Nold <- Sun"}},
        // not to others, not backwards, not to another occasion
        {"<s1>{Edda Pruitt}</s1> <c1>told</c1> People <t1>that the marriage was over</t1>. <s2>{Saul Pruitt}</s2> <c2>said</c2> <t2>it was news to him</t2>.", {"Edda Pruitt <- People", "Saul Pruitt"}},
        {"<t1>“We will rebuild,”</t1> <s1>Mayor {Gwen Farrow}</s1> <c1>said</c1> on Monday. On Thursday <s2>{Farrow}</s2> <c2>told</c2> CNN <t2>that the money had not come</t2>.", {"Gwen Farrow", "Gwen Farrow <- CNN"}},
        {"<s1>{Piers Dell}’s lawyer, {Joan Tack},</s1> <c1>told</c1> CNN <t1>that no charge would stick</t1>. <s2>{Dell}</s2> <c2>said</c2> <t2>he was tired and going home</t2>.", {"Joan Tack <- CNN", "Piers Dell"}},
        {"<s1>A neighbor</s1> <c1>told</c1> the [Blyford Mercury] <t1>that the windows shook</t1>. <s2>A firefighter</s2> <c2>said</c2> <t2>the gas had been on all night</t2>.", {"neighbor <- Blyford Mercury", "firefighter"}},
    });
}

TEST(NoRelays, AreTheArticlesOwnOutletAndWhateverPrintsNothing) {
    expect_rows({
        {"<t1>“I’ve never been so cold,”</t1> <s1>{Dean Orchard}</s1> <c1>told</c1> The Post.", {"Dean Orchard"}, "New York Post"},
        {"<s1>{Walt Embry}</s1> <c1>told</c1> [Congress] <t1>that the planes were safe</t1>. Four of them have crashed since.", {"Walt Embry"}},
        {"<t1>“We lost four goats and the tractor,”</t1> <s1>{Ivy Colt}</s1> <c1>told</c1> us when we reached her on Sunday.", {"Ivy Colt"}},
        {"<s1>{Ray Dunning}, the fire marshal,</s1> <c1>said</c1> at a press briefing carried live by local stations <t1>that the cause was a heater</t1>.", {"Ray Dunning"}},
        {"<s1>{Ted Amory}</s1> <c1>told</c1> the jury <t1>that he had seen the knife on CNN before anybody asked him about it</t1>.", {"Ted Amory"}},
        {"<s1>{Anne Solberg}</s1> <c1>said</c1> <t1>the storm had taken the barn</t1>, in a video shared on [YouTube] and later on [Reddit].", {"Anne Solberg"}},
        {"<s1>Board member {Paula Finch}</s1> <c1>told</c1> the [Tarn County Board of Education] <t1>that the buses were full</t1>.", {"Paula Finch"}},
        {"<s1>{Seth Moran}</s1> <c1>told</c1> the [Norland University] class of 2019 <t1>that failing was cheap</t1>.", {"Seth Moran"}},
        {"<s1>The defendant</s1> <c1>told</c1> Judge {Cora Whitt} <t1>that he was not sorry</t1>.", {"defendant"}},
        {"In a statement to Reuters, <s1>{Sybil Orme}</s1> <c1>said</c1> <t1>the vote was close</t1>.", {"Sybil Orme"}, "Reuters"},
        {"<s1>{Conrad Vane}, a trucker from ~Dunmere~,</s1> <c1>told</c1> USA TODAY <t1>that he had slept in his cab for a month</t1>.", {"Conrad Vane"}, "USA TODAY"},
        {"In an interview with the [Halden Free Press], <s1>{Sybil Orme}</s1> <c1>said</c1> <t1>the vote was close</t1>.", {"Sybil Orme"}, "Halden Free Press"},
        {"<t1>“Done with all of you,”</t1> <s1>{Jett Rivers}</s1> <c1>wrote</c1> on [Twitter] before dawn.", {"Jett Rivers"}},
        {"In a video on [Instagram], <s1>{Mina Sauer}</s1> <c1>told</c1> her followers <t1>that the tour was cancelled</t1>.", {"Mina Sauer"}},
        {"<s1>Police Chief {Dale Orrin}</s1> <c1>told</c1> reporters <t1>that two shells were found in the yard</t1>.", {"Dale Orrin"}},
        {"<s1>{Kurt Amberg}, the coach,</s1> <c1>told</c1> a packed news conference in ~Varn~ <t1>that he was staying</t1>.", {"Kurt Amberg"}},
        {"<s1>The cashier</s1> <c1>told</c1> police <t1>that the man had a fish knife</t1>.", {"cashier"}},
        {"<s1>Prosecutor {Lise Hammond}</s1> <c1>told</c1> the [Supreme Court] <t1>that the seizure was lawful</t1>.", {"Lise Hammond"}},
        {"<s1>{Trent Oakes}</s1> <c1>told</c1> the [FBI] <t1>that he had been alone in the garage</t1>.", {"Trent Oakes"}},
        {"<s1>{Ivo Lanz}, who chairs the fund,</s1> <c1>told</c1> the [Senate Banking Committee] <t1>that no client lost a cent</t1>.", {"Ivo Lanz"}},
        {"<s1>{Freya Boll}</s1> <c1>told</c1> colleagues over lunch <t1>that she would be gone by spring</t1>.", {"Freya Boll"}},
        {"<s1>{Gus Ambrey}</s1> <c1>told</c1> his neighbor {Tim Rusk} <t1>that the well had gone bad</t1>.", {"Gus Ambrey"}},
        {"<s1>The witness</s1> <c1>told</c1> the [Tarn County Sheriff’s Office] <t1>that the truck had no plates</t1>.", {"witness"}},
        {"<s1>{Rufus Teale}</s1> <c1>told</c1> a crowd in ~Lower Mill~ <t1>that the factory would come back</t1>.", {"Rufus Teale"}},
        {"<s1>Defense Secretary {Rex Lomond}</s1> <c1>told</c1> the [NATO] allies <t1>that the ships were on their way</t1>.", {"Rex Lomond"}},
    });
}

void expect_parents(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        SCOPED_TRACE(row.marked);
        EXPECT_THAT(list_parents(read_marked(row.marked, row.outlet)), ElementsAreArray(row.expected));
    }
}

TEST(Parents, AreTheNextWordsAround) {
    expect_parents({
        {"<t1>“It was dark,”</t1> <s1>{Alan Fisk}</s1> <c1>said</c1>, <t1>“and <s2>the pilot</s2> <c2>told</c2> me <t2>he could not see the lights</t2>.”</t1>", {"Alan Fisk", "pilot in 1"}},
        {"<s1>{Grace Ahl}</s1> <c1>wrote</c1> <t1>that <s2>{Jack Thorn}</s2> <c2>said</c2> <t2>“yes”</t2></t1>. <s3>{Thorn}</s3> <c3>said</c3> <t3>that <s4>{Ahl}</s4> <c4>had misheard</c4> <t4>a cough</t4></t3>.", {"Grace Ahl", "Jack Thorn in 1", "Jack Thorn", "Grace Ahl in 3"}},
        {"<s1>CNN</s1> <c1>reported</c1> <t1>on Sunday, <c2>citing</c2> <s2>three aides</s2>, <t2>that <s3>{Rhea Dalton}</s3> <c3>had told</c3> donors <t3>that <s4>her doctors</s4> <c4>were confident</c4> <t4>she could run</t4></t3></t2></t1>.",
         {"CNN", "three aides in 1", "Rhea Dalton in 2", "doctors in 3"}},
        {"<s1>{Joan Tack}</s1> <c1>told</c1> the court <t1>that <s2>her client, {Piers Dell},</s2> <c2>believed</c2> <t2><s3>the seller</s3> <c3>had sworn</c3> <t3>the car was clean</t3></t2></t1>. <s4>The judge</s4> <c4>asked</c4> <t4>who <s5>the witness</s5> <c5>thought</c5> <t5>had the keys</t5></t4>.",
         {"Joan Tack", "Piers Dell in 1", "seller in 2", "judge", "witness in 4"}},
        {"<t1>“<s2>My mother</s2> <c2>used to say</c2>, <t2>‘Never trust a man who counts his change twice,’</t2> and she was right,”</t1> <s1>{Holly Sands}</s1> <c1>recalled</c1> at the wake.", {"Holly Sands", "My mother in 1"}},
        {"<s1>The report</s1> <c1>states</c1> <t1>that <s2>crew members</s2> <c2>warned</c2> the captain <t2>that the tide was falling</t2> and that <s3>{Alan Fisk}</s3> <c3>replied</c3> <t3>that <s4>the harbor master</s4> <c4>had promised</c4> <t4>two more hours</t4></t3></t1>.",
         {"report", "crew members in 1", "Alan Fisk in 1", "harbor master in 3"}},
        {"<s1>Police</s1> <c1>said</c1> <t1>on Friday that the shop had been empty</t1>, but <s2>two neighbors</s2> <c2>insisted</c2> <t2>that <s3>officers</s3> <c3>had told</c3> them <t3>the opposite</t3></t2>.", {"Police", "two neighbors", "officers in 2"}},
        {"<s1>{Nell Ashby}</s1> <c1>said</c1> <t1>that <s2>{Karl Voight}</s2> <c2>had promised</c2> <t2>a new roof</t2></t1>.", {"Nell Ashby", "Karl Voight in 1"}},
        {"<s1>{Nell Ashby}</s1> <c1>testified</c1> <t1>that <s2>{Karl Voight}</s2> <c2>told</c2> her <t2>that <s3>the insurer</s3> <c3>had called</c3> <t3>the claim a fraud</t3></t2></t1>.",
         {"Nell Ashby", "Karl Voight in 1", "insurer in 2"}},
        {"<s1>The Guardian</s1> <c1>reported</c1> <t1>that <s2>{Ana Brisk}</s2> <c2>told</c2> a grand jury <t2>that <s3>the mayor</s3> <c3>had said</c3> <t3><s4>the governor</s4> <c4>knew</c4> <t4>of the leak</t4></t3></t2></t1>.",
         {"Guardian", "Ana Brisk in 1", "mayor in 2", "governor in 3"}},
        {"<t1>“<s2>My doctor</s2> <c2>told</c2> me <t2>to stop singing</t2>, so I did,”</t1> <s1>{Ella Prine}</s1> <c1>said</c1>.", {"Ella Prine", "My doctor in 1"}},
        {"<s1>{Nell Ashby}</s1> <c1>said</c1> <t1>the roof leaked</t1>. <s2>{Karl Voight}</s2> <c2>said</c2> <t2>it did not</t2>.", {"Nell Ashby", "Karl Voight"}},
        {"<t1>“It was over in a minute,”</t1> <s1>{June Alcott}</s1> <c1>said</c1>, while <s2>her husband, {Max Alcott},</s2> <c2>said</c2> <t2>it took an hour</t2>.", {"June Alcott", "Max Alcott"}},
        {"<s1>The indictment</s1> <c1>says</c1> <t1>that <s2>{Leif Durand}</s2> <c2>bragged</c2> to a clerk that <t2>“nobody reads these forms”</t2></t1>. <s3>His lawyer</s3> <c3>called</c3> <t3>that a fantasy</t3>.",
         {"indictment", "Leif Durand in 1", "lawyer"}},
        {"<t1><t2>The valley will flood within ten years</t2>, <s2>a study by [Norland University]</s2> <c2>found</c2></t1>, <s1>the minister</s1> <c1>said</c1>.", {"minister", "study by Norland University in 1"}},
        {"<s1>{Hester Quail}</s1> <c1>recalled</c1> <t1>her uncle {Dov Quail} shouting</t1>. <t2>“<s3>{Dov}</s3> <c3>told</c3> us <t3>that <s4>the priest</s4> <c4>had threatened</c4> <t4>to tell</t4></t3>,”</t2> <s2>she</s2> <c2>said</c2>.",
         {"Hester Quail", "Hester Quail", "Dov Quail in 2", "priest in 3"}},
        {"<s1><s2>[Selby Water]</s2></s1> <c1>said</c1> <t1>it had fixed the pump</t1>, <c2>adding</c2> <t2>that <s3>inspectors</s3> <c3>had found</c3> <t3>no lead in the pipes</t3></t2>.", {"Selby Water", "Selby Water", "inspectors in 2"}},
        {"<s1>{Bess Lowry}</s1> <c1>did not say</c1> <t1>whether <s2>the buyers</s2> <c2>knew</c2> <t2>that the cellar had flooded</t2></t1>.", {"Bess Lowry", "buyers in 1"}},
        {"<s1>People</s1> <c1>reports</c1> <t1>that <t2>“they are taking it day by day,”</t2> <c2>according to</c2> <s2>an insider</s2></t1>. <t3>“No lawyers yet,”</t3> <s3>the insider</s3> <c3>said</c3>.", {"People", "insider in 1", "insider"}},
    });
}

TEST(NestedRelays, AreAllThroughWhomTheOuterWordsCameAndTheirSpeaker) {
    expect_rows({
        {"<t1>“It was dark,”</t1> <s1>{Alan Fisk}</s1> <c1>told</c1> Sky News, <t1>“and <s2>the pilot</s2> <c2>told</c2> me <t2>he could not see the lights</t2>.”</t1>", {"Alan Fisk <- Sky News", "pilot <- Alan Fisk <- Sky News"}},
        {"<s1>The [Ashby Observer]</s1> <c1>wrote</c1> <t1>that <s2>{Clara Munt}</s2> <c2>had told</c2> TMZ <t2>that <s3>a nurse</s3> <c3>had said</c3> <t3>the prince was dead</t3></t2></t1>. He was fishing.",
         {"Ashby Observer", "Clara Munt <- TMZ <- Ashby Observer", "nurse <- Clara Munt <- TMZ <- Ashby Observer"}},
        {"<s1>The Daily Beast</s1> <c1>reported</c1> <t1>that <s2>{Rex Lomond}</s2> <c2>told</c2> Bloomberg <t2>that <s3>the admiral, {Nils Arden},</s3> <c3>had refused</c3> <t3>to say where the ships were</t3></t2></t1>.",
         {"Daily Beast", "Rex Lomond <- Bloomberg <- Daily Beast", "Nils Arden <- Rex Lomond <- Bloomberg <- Daily Beast"}},
        {"{Susan Orr} was in the second boat. In a statement to NBC News, <s1>she</s1> <c1>said</c1> <t1>that <s2>Captain {Alan Fisk}</s2> <c2>had shouted</c2> <t2>that the engine was dead</t2></t1>.", {"Susan Orr <- NBC News", "Alan Fisk <- Susan Orr <- NBC News"}},
        {"<c1>According to</c1> <s1>TMZ</s1>, <t1><s2>a waiter</s2> <c2>claims</c2> <t2><s3>{Juno Lark}</s3> <c3>whispered</c3> <t3>“never again”</t3> into a phone</t2></t1>.", {"TMZ", "waiter <- TMZ", "Juno Lark <- TMZ"}},
        {"<s1>{Anne Solberg}, the coroner,</s1> <c1>said</c1> <t1>that <s2>Deputy {Ray Dunning}</s2> <c2>had told</c2> the [Pike River Sentinel] <t2>a different time of death</t2></t1>.", {"Anne Solberg", "Ray Dunning <- Pike River Sentinel <- Anne Solberg"}},
        {"<s1>A prosecutor who asked not to be named</s1> <c1>told</c1> the [Larkfield Herald] <t1>that <s2>{Vance Otley}</s2> <c2>told</c2> his cellmate <t2>that <s3>{Bo Tranter}</s3> <c3>had promised</c3> <t3>him a car</t3></t2></t1>.",
         {"prosecutor who asked not to be named <- Larkfield Herald", "Vance Otley <- Larkfield Herald", "Bo Tranter <- Vance Otley <- Larkfield Herald"}},
        {"<s1>{Nell Ashby}</s1> <c1>told</c1> Reuters <t1>that <s2>{Karl Voight}</s2> <c2>had promised</c2> <t2>a new roof</t2></t1>.", {"Nell Ashby <- Reuters", "Karl Voight <- Nell Ashby <- Reuters"}},
        {"<s1>Rolling Stone</s1> <c1>reported</c1> <t1>that <s2>a source</s2> <c2>told</c2> People <t2>the tour was off</t2></t1>.", {"Rolling Stone", "source <- People <- Rolling Stone"}},
        {"<s1>{Nell Ashby}</s1> <c1>testified</c1> <t1>that <s2>{Karl Voight}</s2> <c2>told</c2> her <t2>that <s3>[Tarn Mutual]</s3> <c3>had called</c3> <t3>the claim a fraud</t3></t2></t1>.",
         {"Nell Ashby", "Karl Voight <- Nell Ashby", "Tarn Mutual <- Karl Voight <- Nell Ashby"}},
        {"<s1>An insider</s1> <c1>told</c1> Page Six <t1>that <s2>{Dario Venn}</s2> <c2>said</c2> <t2>he was broke</t2></t1>.", {"insider <- Page Six", "Dario Venn <- Page Six"}},
        {"<s1>An official</s1> <c1>said</c1> <t1>that <s2>{Rex Lomond}</s2> <c2>feared</c2> <t2>a second strike</t2></t1>.", {"official", "Rex Lomond"}},
        {"<s1>{Greta Solum}</s1> <c1>said</c1> <t1>that <s2>she</s2> <c2>believed</c2> <t2>the vote was fair</t2></t1>.", {"Greta Solum", "Greta Solum"}},
        {"<s1>{Mina Sauer}</s1> <c1>told</c1> Billboard <t1>that <s2>she</s2> <c2>had told</c2> her label <t2>to find another singer</t2></t1>.", {"Mina Sauer <- Billboard", "Mina Sauer <- Billboard"}},
        {"<s1>The complaint</s1> <c1>alleges</c1> <t1>that <s2>{Vance Otley}</s2> <c2>assured</c2> investors <t2>the gold was in the vault</t2></t1>.", {"complaint", "Vance Otley <- complaint"}},
        {"<s1>Politico</s1> <c1>reported</c1> <t1>that <s2>two aides</s2> <c2>said</c2> <t2><s3>{Rhea Dalton}</s3> <c3>knew</c3> <t3>about the loan</t3></t2></t1>.", {"Politico", "two aides <- Politico", "Rhea Dalton <- Politico"}},
        {"<s1>CNN</s1> <c1>reported</c1> <t1>that <s2>{Pavel Orlo}</s2> <c2>told</c2> the [Senate Banking Committee] <t2>that <s3>{Ivo Lanz}</s3> <c3>had ordered</c3> <t3>the files destroyed</t3></t2></t1>.",
         {"CNN", "Pavel Orlo <- CNN", "Ivo Lanz <- Pavel Orlo <- CNN"}},
        {"<s1>{Edda Pruitt}</s1> <c1>told</c1> the Sun <t1>the house was sold</t1>. <s2>{Pruitt}</s2> <c2>said</c2> <t2><s3>{Saul Pruitt}</s3> <c3>had promised</c3> <t3>her half</t3></t2>.",
         {"Edda Pruitt <- Sun", "Edda Pruitt <- Sun", "Saul Pruitt <- Edda Pruitt <- Sun"}},
        {"<t1>“<s2>{Otis}</s2> <c2>told</c2> everybody <t2>he’d pay for the bar</t2>,”</t1> <s1>{Lars Bode}, a bassist,</s1> <c1>said</c1> in an interview with NME.", {"Lars Bode <- NME", "Otis <- Lars Bode <- NME"}},
        {"<c1>Reportedly</c1>, <t1><s2>{Fitz Amory}</s2> <c2>told</c2> friends <t2>that the ring was glass</t2></t1>.", {"nobody", "Fitz Amory"}},
    });
}

void expect_hands(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        SCOPED_TRACE(row.marked);
        EXPECT_THAT(list_hands(read_marked(row.marked, row.outlet)), ElementsAreArray(row.expected));
    }
}

TEST(Hands, SayHowNearTheArticleIs) {
    expect_hands({
        {"<s1>{Jack Thorn}</s1> shared a photo of the canoe, <c1>writing</c1>: <t1>“Found her.”</t1> <s2>{Julia Thorn}</s2> <c2>said</c2> <t2>it was hers</t2>.", {"Jack Thorn: own", "Julia Thorn: told"}},
        {"<s1>{Joan Tack}, the singer’s lawyer,</s1> <c1>wrote</c1> in a court filing <t1>that the tapes had been erased</t1>.", {"Joan Tack: own"}},
        {"<t1>“It was a good life,”</t1> <s1>{Abe Rennick}</s1> <c1>writes</c1> in the last chapter of his memoir. <s2>His editor, {Susan Orr},</s2> <c2>said</c2> <t2>he had died at his desk</t2>.", {"Abe Rennick: own", "Susan Orr: told"}},
        {"<s1>TMZ</s1> <c1>reports</c1> <t1>that <s2>{Juno Lark}</s2> <c2>tweeted</c2> <t2>“never again”</t2> at 3 a.m.</t1>", {"TMZ: told", "Juno Lark: retold"}},
        {"<t1>“Two shells were found,”</t1> <s1>the chief</s1> <c1>told</c1> reporters. <t2>“A third lay in the yard next door.”</t2>", {"chief: told", "chief: told"}},
        {"<s1>{Cy Harrow}</s1> <c1>blogged</c1> <t1>that the album was stolen</t1>. <s2>{Bettina Frey}</s2>, his publicist, <c2>said</c2> <t2>he was tired</t2>. <t3>“I am not tired,”</t3> <s3>{Harrow}</s3> <c3>posted</c3>.", {"Cy Harrow: own", "Bettina Frey: told", "Cy Harrow: own"}},
        {"<t1>“Done with all of you,”</t1> <s1>{Jett Rivers}</s1> <c1>tweeted</c1> on Friday.", {"Jett Rivers: own"}},
        {"<s1>{Mina Sauer}</s1> <c1>posted</c1>: <t1>“The tour is cancelled. I am so sorry.”</t1>", {"Mina Sauer: own"}},
        {"<s1>The singer</s1> <c1>captioned</c1> the picture, <t1>“Home at last.”</t1>", {"singer: own"}},
        {"<t1>“I kept every letter,”</t1> <s1>{Vera Nold}</s1> <c1>wrote</c1> in a blog post. <t2>“Nobody asked to see them.”</t2>", {"Vera Nold: own", "Vera Nold: own"}},
        {"<t1>“We never met,”</t1> <s1>{Bo Tranter}</s1> <c1>told</c1> Reuters.", {"Bo Tranter: told"}},
        {"<s1>{Len Dabney}</s1> <c1>said</c1> in an interview with ESPN <t1>that the whistle was late</t1>.", {"Len Dabney: told"}},
        {"<s1>Reuters</s1> <c1>reported</c1> <t1>that <s2>{Bo Tranter}</s2> <c2>said</c2> <t2>they had never met</t2></t1>.", {"Reuters: told", "Bo Tranter: retold"}},
        {"<s1>{Nell Ashby}</s1> <c1>said</c1> <t1>that <s2>{Karl Voight}</s2> <c2>wrote</c2> her <t2>that the roof was sound</t2></t1>.", {"Nell Ashby: told", "Karl Voight: retold"}},
        {"<t1>“Pray for us,”</t1> <s1>{Roxy Lamb}</s1> <c1>wrote</c1> on [Instagram]. <t2>“I was framed,”</t2> <s2>she</s2> later <c2>told</c2> TMZ.", {"Roxy Lamb: own", "Roxy Lamb: told"}},
        {"<t1>“It was thunder, I thought,”</t1> <s1>{Amos Keel}</s1> <c1>told</c1> CNN.\n\n<t2>“Then the slope began to walk.”</t2>", {"Amos Keel: told", "Amos Keel: told"}},
        {"<s1>{Freya Boll}</s1> <c1>shared</c1> <t1>that she was expecting twins</t1> in a message to her followers.", {"Freya Boll: own"}},
        {"<s1>A source</s1> <c1>told</c1> People <t1>that the pair had split</t1>. <t2>“Happy and free,”</t2> <s2>{Lena Corvo}</s2> <c2>posted</c2> that night.", {"source: told", "Lena Corvo: own"}},
    });
}

void expect_addressees(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        SCOPED_TRACE(row.marked);
        EXPECT_THAT(list_addressees(read_marked(row.marked, row.outlet)), ElementsAreArray(row.expected));
    }
}

TEST(Addressees, StandBehindTheCue) {
    expect_addressees({
        {"<t1>“Ask my lawyer,”</t1> <s1>{Bo Tranter}</s1> <c1>told</c1> The Daily Beast, before adding a word that cannot be printed.", {"Bo Tranter to The Daily Beast"}},
        {"<s1>Police</s1> <c1>told</c1> {Ivy Colt}, whose barn burned down, <t1>that the fire was set</t1>.", {"Police to Ivy Colt"}},
        {"<s1>{Grace Ahl}</s1> <c1>had told</c1> friends and family <t1>that she was leaving</t1>.", {"Grace Ahl to friends and family"}},
        {"<s1>Coach {Len Dabney}</s1> <c1>told</c1> ESPN’s {Ann Rusk}: <t1>“We were robbed.”</t1>", {"Len Dabney to ESPN’s Ann Rusk"}},
        {"<t1>“You are all fired,”</t1> <s1>the owner</s1> <c1>told</c1> the newsroom, then left by the back stairs.", {"owner to the newsroom"}},
        {"<s1>{Susan Orr}</s1> <c1>has repeatedly told</c1> investigators <t1>that the light was green</t1>.", {"Susan Orr to investigators"}},
        {"<c1>According to</c1> <s1>the [FBI]</s1>, <t1>the tip came by mail</t1>.", {"FBI"}},
        {"<t1>“He told me he was cold,”</t1> <s1>{Ivy Colt}</s1> <c1>said</c1>.", {"Ivy Colt"}},
        {"<t1>“We never met,”</t1> <s1>{Bo Tranter}</s1> <c1>told</c1> Reuters.", {"Bo Tranter to Reuters"}},
        {"<s1>{Trent Oakes}</s1> <c1>told</c1> the [FBI] <t1>that he had been alone</t1>.", {"Trent Oakes to the FBI"}},
        {"<s1>{Gus Ambrey}</s1> <c1>told</c1> his neighbor {Tim Rusk} <t1>that the well had gone bad</t1>.", {"Gus Ambrey to his neighbor Tim Rusk"}},
        {"<s1>{Ines Marrow}</s1> <c1>told</c1> both CNN and the [Tarn Valley Gazette] <t1>that she would appeal</t1>.", {"Ines Marrow to both CNN and the Tarn Valley Gazette"}},
        {"<s1>{Carla Voss}</s1> <c1>told</c1> reporters on Tuesday <t1>that she would sue</t1>.", {"Carla Voss to reporters"}},
        {"<s1>{Ebba Thorn}</s1> <c1>tells</c1> Page Six exclusively <t1>that the baby is a girl</t1>.", {"Ebba Thorn to Page Six"}},
        {"<s1>{Jem Addo}</s1> <c1>told</c1> host {Lark Simms} on MSNBC <t1>that nobody had called him</t1>.", {"Jem Addo to host Lark Simms"}},
        {"<t1>“Go home,”</t1> <s1><s2>the guard</s2></s1> <c1>told</c1> them, <c2>adding</c2> <t2>that the show was sold out</t2>.", {"guard to them", "guard"}},
        {"<s1>{Nell Ashby}</s1> <c1>said</c1> <t1>that <s2>{Karl Voight}</s2> <c2>told</c2> her <t2>the roof was sound</t2></t1>.", {"Nell Ashby", "Karl Voight to her"}},
        {"<s1>{Mona Strand}</s1> <c1>said</c1> <t1>she would step down</t1>.", {"Mona Strand"}},
        {"<s1>{Eunice Hartwell}</s1>, <c1>telling</c1> the jury <t1>that her hands had been tied</t1>, wept.", {"Eunice Hartwell to the jury"}},
        {"<s1>{Dunja Kray}</s1> <c1>told</c1> [Halden Motors] workers <t1>that the plant would stay open</t1>.", {"Dunja Kray to Halden Motors workers"}},
    });
}

}  // namespace
}  // namespace firsthand::stages
