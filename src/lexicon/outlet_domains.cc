// Newspapers, broadcasters, magazines, agencies and sites of the English-speaking world, and the best known beyond it; sorted
// by domain, which a test holds. Names as agencies.cc and outlets.cc have them. Tested by outlet_domains_test.cc.
#include "lexicon/outlet_domains.h"

#include <algorithm>
#include <array>

namespace firsthand::lexicon {

namespace {

struct Row {
    std::string_view domain, name;
};

constexpr auto kRows = std::to_array<Row>({
    {"9to5mac.com", "9to5Mac"}, {"aa.com.tr", "Anadolu Agency"}, {"aap.com.au", "Australian Associated Press"},
    {"abc.net.au", "Australian Broadcasting Corporation"}, {"abc7.com", "ABC7"}, {"abcactionnews.com", "ABC Action News"}, {"abcnews.com", "ABC News"},
    {"abcnews.go.com", "ABC News"}, {"afp.com", "AFP"}, {"afr.com", "Australian Financial Review"}, {"ajc.com", "The Atlanta Journal-Constitution"},
    {"al.com", "AL.com"}, {"aljazeera.com", "Al Jazeera"}, {"aljazeera.net", "Al Jazeera"}, {"alternet.org", "AlterNet"}, {"aninews.in", "ANI"},
    {"ansa.it", "ANSA"}, {"ap.org", "Associated Press"}, {"apnews.com", "Associated Press"}, {"arabnews.com", "Arab News"},
    {"arstechnica.com", "Ars Technica"}, {"asahi.com", "Asahi Shimbun"}, {"avclub.com", "The A.V. Club"}, {"axios.com", "Axios"},
    {"azcentral.com", "Arizona Republic"}, {"baltimoresun.com", "Baltimore Sun"}, {"bangkokpost.com", "Bangkok Post"}, {"barrons.com", "Barron's"},
    {"bbc.co.uk", "BBC"}, {"bbc.com", "BBC"}, {"bbci.co.uk", "BBC"}, {"belfasttelegraph.co.uk", "Belfast Telegraph"},
    {"bellingcat.com", "Bellingcat"}, {"bild.de", "Bild"}, {"billboard.com", "Billboard"}, {"bleacherreport.com", "Bleacher Report"},
    {"bloomberg.com", "Bloomberg"}, {"bostonglobe.com", "Boston Globe"}, {"bostonherald.com", "Boston Herald"}, {"breitbart.com", "Breitbart"},
    {"businessinsider.com", "Business Insider"}, {"businesswire.com", "Business Wire"}, {"buzzfeed.com", "BuzzFeed"},
    {"buzzfeednews.com", "BuzzFeed News"}, {"catholicnewsagency.com", "Catholic News Agency"}, {"cbc.ca", "CBC"}, {"cbn.com", "CBN News"},
    {"cbsnews.com", "CBS News"}, {"cbssports.com", "CBS Sports"}, {"channel4.com", "Channel 4 News"}, {"channelnewsasia.com", "CNA"},
    {"charlotteobserver.com", "Charlotte Observer"}, {"chicagotribune.com", "Chicago Tribune"}, {"chinadaily.com.cn", "China Daily"},
    {"christianpost.com", "The Christian Post"}, {"chron.com", "Houston Chronicle"}, {"chronicle.com", "The Chronicle of Higher Education"},
    {"cleveland.com", "Cleveland.com"}, {"cnbc.com", "CNBC"}, {"cnet.com", "CNET"}, {"cnn.com", "CNN"}, {"cnn.it", "CNN"},
    {"commondreams.org", "Common Dreams"}, {"cosmopolitan.com", "Cosmopolitan"}, {"courant.com", "Hartford Courant"},
    {"csmonitor.com", "Christian Science Monitor"}, {"ctvnews.ca", "CTV News"}, {"dailycaller.com", "The Daily Caller"},
    {"dailydot.com", "The Daily Dot"}, {"dailykos.com", "Daily Kos"}, {"dailymail.co.uk", "Daily Mail"}, {"dailymail.com", "Daily Mail"},
    {"dailyrecord.co.uk", "Daily Record"}, {"dailysignal.com", "The Daily Signal"}, {"dailystar.co.uk", "Daily Star"},
    {"dailywire.com", "The Daily Wire"}, {"dallasnews.com", "Dallas Morning News"}, {"dawn.com", "Dawn"}, {"deadline.com", "Deadline"},
    {"deadspin.com", "Deadspin"}, {"democracynow.org", "Democracy Now"}, {"denverpost.com", "Denver Post"}, {"deseret.com", "Deseret News"},
    {"deseretnews.com", "Deseret News"}, {"desmoinesregister.com", "Des Moines Register"}, {"detroitnews.com", "Detroit News"},
    {"dispatch.com", "Columbus Dispatch"}, {"dpa-international.com", "dpa"}, {"dpa.com", "dpa"}, {"dw.com", "Deutsche Welle"},
    {"economist.com", "The Economist"}, {"efe.com", "EFE"}, {"elmundo.es", "El Mundo"}, {"elpais.com", "El País"}, {"engadget.com", "Engadget"},
    {"eonline.com", "E! News"}, {"espn.com", "ESPN"}, {"espn.go.com", "ESPN"}, {"esquire.com", "Esquire"}, {"etonline.com", "Entertainment Tonight"},
    {"euronews.com", "Euronews"}, {"ew.com", "Entertainment Weekly"}, {"express.co.uk", "Daily Express"}, {"factcheck.org", "FactCheck.org"},
    {"fivethirtyeight.com", "FiveThirtyEight"}, {"forbes.com", "Forbes"}, {"foreignaffairs.com", "Foreign Affairs"},
    {"foreignpolicy.com", "Foreign Policy"}, {"fortune.com", "Fortune"}, {"foxbusiness.com", "Fox Business"}, {"foxnews.com", "Fox News"},
    {"france24.com", "France 24"}, {"freebeacon.com", "Washington Free Beacon"}, {"freep.com", "Detroit Free Press"}, {"ft.com", "Financial Times"},
    {"fullfact.org", "Full Fact"}, {"gizmodo.com", "Gizmodo"}, {"globalnews.ca", "Global News"}, {"globaltimes.cn", "Global Times"},
    {"globenewswire.com", "GlobeNewswire"}, {"gq.com", "GQ"}, {"guardian.co.uk", "The Guardian"}, {"haaretz.com", "Haaretz"},
    {"heraldscotland.com", "Herald Scotland"}, {"hindustantimes.com", "Hindustan Times"}, {"hollywoodlife.com", "Hollywood Life"},
    {"hollywoodreporter.com", "Hollywood Reporter"}, {"houstonchronicle.com", "Houston Chronicle"}, {"huffingtonpost.ca", "HuffPost"},
    {"huffingtonpost.co.uk", "HuffPost"}, {"huffingtonpost.com", "HuffPost"}, {"huffpost.com", "HuffPost"}, {"ians.in", "IANS"},
    {"ibtimes.co.uk", "International Business Times"}, {"ibtimes.com", "International Business Times"}, {"independent.co.uk", "The Independent"},
    {"independent.ie", "Irish Independent"}, {"indianexpress.com", "Indian Express"}, {"indiatimes.com", "Times of India"},
    {"infowars.com", "InfoWars"}, {"inquirer.com", "Philadelphia Inquirer"}, {"insideedition.com", "Inside Edition"}, {"insider.com", "Insider"},
    {"interfax.com", "Interfax"}, {"interfax.ru", "Interfax"}, {"irishtimes.com", "Irish Times"}, {"irna.ir", "IRNA"}, {"itv.com", "ITV"},
    {"japantimes.co.jp", "Japan Times"}, {"jezebel.com", "Jezebel"}, {"jpost.com", "Jerusalem Post"}, {"kansascity.com", "Kansas City Star"},
    {"kcna.kp", "KCNA"}, {"khn.org", "Kaiser Health News"}, {"koreaherald.com", "Korea Herald"}, {"koreatimes.co.kr", "Korea Times"},
    {"kyodonews.net", "Kyodo News"}, {"latimes.com", "Los Angeles Times"}, {"lefigaro.fr", "Le Figaro"}, {"lemonde.fr", "Le Monde"},
    {"macrumors.com", "MacRumors"}, {"marketwatch.com", "MarketWatch"}, {"mashable.com", "Mashable"}, {"mcclatchydc.com", "McClatchy"},
    {"mediaite.com", "Mediaite"}, {"mediamatters.org", "Media Matters"}, {"mercurynews.com", "The Mercury News"}, {"metro.co.uk", "Metro"},
    {"miamiherald.com", "Miami Herald"}, {"mirror.co.uk", "The Mirror"}, {"motherjones.com", "Mother Jones"}, {"msn.com", "MSN"},
    {"msnbc.com", "MSNBC"}, {"nationalgeographic.com", "National Geographic"}, {"nationalpost.com", "National Post"},
    {"nationalreview.com", "National Review"}, {"nature.com", "Nature"}, {"nbcnews.com", "NBC News"}, {"nbcsports.com", "NBC Sports"},
    {"ndtv.com", "NDTV"}, {"newrepublic.com", "New Republic"}, {"news.cn", "Xinhua"}, {"news.com.au", "news.com.au"}, {"news.sky.com", "Sky News"},
    {"newscientist.com", "New Scientist"}, {"newsday.com", "Newsday"}, {"newsmax.com", "Newsmax"}, {"newsweek.com", "Newsweek"},
    {"newyorker.com", "The New Yorker"}, {"nhk.or.jp", "NHK"}, {"nikkei.com", "Nikkei"}, {"nme.com", "NME"}, {"nola.com", "The Times-Picayune"},
    {"npr.org", "NPR"}, {"nydailynews.com", "New York Daily News"}, {"nymag.com", "New York Magazine"}, {"nypost.com", "New York Post"},
    {"nyti.ms", "The New York Times"}, {"nytimes.com", "The New York Times"}, {"nzherald.co.nz", "New Zealand Herald"}, {"observer.com", "Observer"},
    {"ocregister.com", "Orange County Register"}, {"oregonlive.com", "The Oregonian"}, {"orlandosentinel.com", "Orlando Sentinel"},
    {"ottawacitizen.com", "Ottawa Citizen"}, {"pamediagroup.com", "PA Media"}, {"pbs.org", "PBS"}, {"people.com", "People"},
    {"philly.com", "Philadelphia Inquirer"}, {"pitchfork.com", "Pitchfork"}, {"politico.com", "Politico"}, {"politico.eu", "Politico"},
    {"politifact.com", "PolitiFact"}, {"popsci.com", "Popular Science"}, {"post-gazette.com", "Pittsburgh Post-Gazette"}, {"press.tv", "Press TV"},
    {"presstv.com", "Press TV"}, {"presstv.ir", "Press TV"}, {"prnewswire.com", "PR Newswire"}, {"propublica.org", "ProPublica"},
    {"ptinews.com", "PTI"}, {"qz.com", "Quartz"}, {"radaronline.com", "Radar Online"}, {"rappler.com", "Rappler"}, {"rawstory.com", "Raw Story"},
    {"realclearpolitics.com", "RealClearPolitics"}, {"reason.com", "Reason"}, {"recode.net", "Recode"}, {"reuters.com", "Reuters"},
    {"rferl.org", "Radio Free Europe/Radio Liberty"}, {"ria.ru", "RIA Novosti"}, {"rollcall.com", "Roll Call"}, {"rollingstone.com", "Rolling Stone"},
    {"rt.com", "RT"}, {"rte.ie", "RTÉ"}, {"sacbee.com", "Sacramento Bee"}, {"salon.com", "Salon"},
    {"sandiegouniontribune.com", "San Diego Union-Tribune"}, {"sbs.com.au", "SBS News"}, {"scientificamerican.com", "Scientific American"},
    {"scmp.com", "South China Morning Post"}, {"scotsman.com", "The Scotsman"}, {"seattletimes.com", "Seattle Times"},
    {"sfchronicle.com", "San Francisco Chronicle"}, {"sfgate.com", "SFGate"}, {"si.com", "Sports Illustrated"},
    {"skynews.com.au", "Sky News Australia"}, {"slate.com", "Slate"}, {"smh.com.au", "Sydney Morning Herald"}, {"snopes.com", "Snopes"},
    {"spectator.co.uk", "The Spectator"}, {"spiegel.de", "Der Spiegel"}, {"sputniknews.com", "Sputnik"}, {"standard.co.uk", "Evening Standard"},
    {"startribune.com", "Star Tribune"}, {"statnews.com", "STAT News"}, {"stltoday.com", "St. Louis Post-Dispatch"},
    {"straitstimes.com", "The Straits Times"}, {"stuff.co.nz", "Stuff"}, {"sun-sentinel.com", "Sun Sentinel"}, {"suntimes.com", "Chicago Sun-Times"},
    {"tampabay.com", "Tampa Bay Times"}, {"tass.com", "TASS"}, {"tass.ru", "TASS"}, {"techcrunch.com", "TechCrunch"},
    {"telegraph.co.uk", "The Telegraph"}, {"tennessean.com", "The Tennessean"}, {"texastribune.org", "Texas Tribune"}, {"theage.com.au", "The Age"},
    {"theatlantic.com", "The Atlantic"}, {"theaustralian.com.au", "The Australian"}, {"theblaze.com", "The Blaze"},
    {"thecanadianpress.com", "Canadian Press"}, {"theconversation.com", "The Conversation"}, {"thedailybeast.com", "The Daily Beast"},
    {"thedispatch.com", "The Dispatch"}, {"theepochtimes.com", "The Epoch Times"}, {"theglobeandmail.com", "Globe and Mail"},
    {"theguardian.com", "The Guardian"}, {"thehill.com", "The Hill"}, {"thehindu.com", "The Hindu"}, {"theintercept.com", "The Intercept"},
    {"thejournal.ie", "TheJournal.ie"}, {"themarshallproject.org", "The Marshall Project"}, {"thenation.com", "The Nation"},
    {"theonion.com", "The Onion"}, {"theregister.co.uk", "The Register"}, {"theregister.com", "The Register"}, {"theroot.com", "The Root"},
    {"thestar.com", "Toronto Star"}, {"thesun.co.uk", "The Sun"}, {"thetimes.co.uk", "The Times of London"}, {"thetimes.com", "The Times of London"},
    {"theverge.com", "The Verge"}, {"theweek.com", "The Week"}, {"thewrap.com", "The Wrap"}, {"thinkprogress.org", "ThinkProgress"},
    {"time.com", "Time"}, {"timesofisrael.com", "Times of Israel"}, {"tmz.com", "TMZ"}, {"today.com", "Today"}, {"townhall.com", "Townhall"},
    {"upi.com", "UPI"}, {"usatoday.com", "USA Today"}, {"usmagazine.com", "Us Weekly"}, {"usnews.com", "U.S. News & World Report"},
    {"vanityfair.com", "Vanity Fair"}, {"variety.com", "Variety"}, {"vice.com", "Vice"}, {"voanews.com", "Voice of America"}, {"vogue.com", "Vogue"},
    {"vox.com", "Vox"}, {"washingtonexaminer.com", "Washington Examiner"}, {"washingtonpost.com", "The Washington Post"},
    {"washingtontimes.com", "Washington Times"}, {"weather.com", "Weather Channel"}, {"weeklystandard.com", "Weekly Standard"},
    {"welt.de", "Die Welt"}, {"wired.co.uk", "Wired"}, {"wired.com", "Wired"}, {"wnd.com", "WorldNetDaily"},
    {"wsj.com", "Wall Street Journal"}, {"xinhuanet.com", "Xinhua"}, {"yahoo.com", "Yahoo"}, {"yna.co.kr", "Yonhap"}, {"ynetnews.com", "Ynet"},
    {"zdnet.com", "ZDNet"},
});

static_assert(std::is_sorted(kRows.begin(), kRows.end(), [](const Row& a, const Row& b) { return a.domain < b.domain; }));

}  // namespace

std::string_view find_outlet_name(std::string_view domain) {
    const auto row = std::lower_bound(kRows.begin(), kRows.end(), domain, [](const Row& a, std::string_view b) { return a.domain < b; });
    return row != kRows.end() && row->domain == domain ? row->name : std::string_view();
}

std::string_view find_outlet_name_of_host(std::string_view host) {
    while (!host.empty()) {
        if (const std::string_view name = find_outlet_name(host); !name.empty()) return name;
        host.remove_prefix(std::min(host.find('.'), host.size() - 1) + 1);
    }
    return {};
}

}  // namespace firsthand::lexicon
