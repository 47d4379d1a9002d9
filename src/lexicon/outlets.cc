// Each name is folded word by word. A name written "the X" counts only where "the" stands before it, and then without it.
// Tested by outlets_test.cc.
#include "lexicon/outlets.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/hash.h"
#include "base/utf8.h"
#include "lexicon/agencies.h"
#include "lexicon/outlet_domains.h"
#include "lexicon/people.h"
#include "lexicon/words.h"

namespace firsthand::lexicon {

namespace {

// What the pile names as speaker, addressee or source of reports; "the X" only with its article.
constexpr std::string_view kNames[] = {
    "the times", "the post", "the journal", "the guardian", "the hill", "the sun", "the mirror", "the globe", "the monitor", "the register", "the herald", "the telegraph",
    "the independent", "the atlantic", "the nation", "the week", "the intercept", "the economist", "the new yorker", "the verge", "the daily beast", "the daily caller",
    "the daily wire", "the observer", "the examiner", "the tribune", "the chronicle", "the athletic", "the onion", "the root", "the dispatch", "the star", "the ap",
    "new york times", "washington post", "wall street journal", "los angeles times", "l.a. times", "new york post", "new york daily news", "daily news", "washington times",
    "washington examiner", "washington free beacon", "free beacon", "boston globe", "boston herald", "chicago tribune", "chicago sun-times", "sun-times", "miami herald",
    "tampa bay times", "seattle times", "dallas morning news", "houston chronicle", "san francisco chronicle", "denver post", "detroit news", "detroit free press", "star tribune",
    "kansas city star", "des moines register", "baltimore sun", "philadelphia inquirer", "columbus dispatch", "austin american-statesman", "st. louis post-dispatch",
    "post-dispatch", "arizona republic", "the oregonian", "deseret news", "orlando sentinel", "christian science monitor", "usa today", "associated press", "reuters",
    "thomson reuters foundation", "agence france-presse", "afp", "ap", "bloomberg", "bloomberg news", "bloomberg tv", "bloomberg view", "xinhua", "xinhua news agency", "tass",
    "ria novosti", "interfax", "anadolu agency", "press association", "cnn", "cnn.com", "fox news", "fox news channel", "foxnews.com", "fox business", "fox & friends", "msnbc",
    "cnbc", "nbc", "nbc news", "abc", "abc news", "cbs", "cbs news", "cbs this morning", "pbs", "pbs newshour", "npr", "national public radio", "bbc", "bbc news", "bbc radio",
    "bbc breakfast", "bbc newsnight", "sky news", "itv", "itv news", "channel 4", "channel 4 news", "al jazeera", "al arabiya", "russia today", "cbc", "ctv", "telemundo",
    "univision", "democracy now", "good morning america", "meet the press", "face the nation", "fox news sunday", "today show", "the tonight show", "60 minutes",
    "politico", "axios", "vox", "slate", "salon", "the daily mail", "daily mail", "mail online", "mailonline", "daily mirror", "daily telegraph", "sunday times", "sunday telegraph",
    "daily express", "daily star", "evening standard", "financial times", "the sunday times", "times of london", "le monde", "le figaro", "der spiegel", "spiegel online", "die welt", "bild",
    "el pais", "el mundo", "haaretz", "jerusalem post", "times of israel", "ynet", "hindustan times", "times of india", "south china morning post", "global times",
    "sydney morning herald", "the australian", "toronto star", "globe and mail", "national post", "newsweek", "time magazine", "rolling stone", "vanity fair", "vice", "vice news",
    "motherboard", "buzzfeed", "buzzfeed news", "huffington post", "huffpost", "business insider", "insider", "techcrunch", "wired", "gizmodo", "engadget", "mashable", "recode",
    "quartz", "forbes", "fortune", "barron's", "marketwatch", "mother jones", "national review", "new republic", "weekly standard", "propublica", "fivethirtyeight", "breitbart",
    "breitbart news", "newsmax", "infowars", "thinkprogress", "snopes", "snopes.com", "politifact", "factcheck.org", "media matters", "mediaite", "daily kos", "gawker", "deadspin",
    "jezebel", "drudge report", "national report", "roll call", "foreign policy", "foreign affairs", "new york magazine", "us weekly", "usweekly", "people", "people magazine",
    "page six", "tmz", "e! news", "e news", "entertainment tonight", "entertainment weekly", "access hollywood", "gossip cop", "hollywood life", "hollywoodlife", "radar online",
    "national enquirer", "in touch", "in touch weekly", "life & style", "ok! magazine", "cosmopolitan", "elle", "vogue", "glamour", "gq", "esquire", "marie claire", "billboard", "variety",
    "deadline", "hollywood reporter", "the wrap", "nme", "pitchfork", "espn", "espn.com", "sports illustrated", "nfl network", "bleacher report", "yahoo", "yahoo news",
    "yahoo sports", "golf channel", "golf digest", "scientific american", "new scientist", "national geographic", "the conversation", "cbn news", "christian post", "catholic news agency",
    "weather channel", "stat news", "kaiser health news", "inside edition", "the view", "the information", "ars technica", "9to5mac", "macrumors", "patently apple", "the daily dot",
    "daily dot", "state news agency", "irna", "isna", "fars news agency", "sana", "kcna", "yonhap", "kyodo", "nhk", "asahi shimbun", "jezebel", "the blaze", "theblaze", "the daily signal",
    "fox and friends", "fox & friends sunday", "morning joe", "morning edition", "all things considered", "weekend edition", "nightline", "this morning", "special report with bret baier",
    "the ingraham angle", "ingraham angle", "tucker carlson tonight", "the rachel maddow show", "rachel maddow show", "the situation room", "situation room", "new day", "anderson cooper 360",
    "the lead with jake tapper", "nbc nightly news", "abc world news", "world news tonight", "the daily show", "the late show", "the mark levin show", "the glenn beck radio program", "lawfare", "hot air",
    "newsbusters", "russia 24", "the lancet", "lancet", "new england journal of medicine", "talking points memo", "courthouse news service", "bloomberg law", "the new york review of books",
    "plain dealer", "sacramento bee", "fort worth star-telegram", "star-telegram", "star-ledger", "new zealand herald", "stars and stripes", "stars & stripes", "military times", "defense news",
    "texas tribune", "the texas tribune", "minnesota public radio", "radio free europe", "voice of america", "the diplomat", "fusion", "the federalist", "the washington post magazine",
    "the marshall project", "international business times", "the christian post", "the epoch times", "townhall", "the american prospect", "the local", "metro", "the scotsman",
};

// Other names of one outlet, folded.
constexpr std::pair<std::string_view, std::string_view> kOneOutlet[] = {
    {"bbcnews", "bbc"}, {"dailymirror", "mirror"}, {"dailytelegraph", "telegraph"}, {"foxnewschannel", "foxnews"}, {"huffingtonpost", "huffpost"},
    {"itvnews", "itv"}, {"mailonline", "dailymail"}, {"nationalpublicradio", "npr"}, {"pbsnewshour", "pbs"}, {"russiatoday", "rt"}, {"theblaze", "blaze"},
    {"yahoonews", "yahoo"},
};

// Names that are common words too.
const WordSet& common_words() {
    static const WordSet words("people vice fortune insider variety metro deadline wired elle glamour quartz slate salon bild fusion recode billboard forbes");
    return words;
}

struct Node {
    bool ends = false;
    bool needs_the = false;
};
using Table = boost::unordered_flat_map<std::uint64_t, Node>;   // hash of the words so far

constexpr std::size_t kMostWords = 5;

const Table& table() {
    static const Table built = [] {
        Table t;
        for (std::string_view name : kNames) {
            const bool needs_the = name.starts_with("the ");
            if (needs_the) name.remove_prefix(4);
            std::uint64_t hash = 0;
            while (!name.empty()) {
                const std::size_t end = std::min(name.find(' '), name.size());
                const std::string_view word = name.substr(0, end);
                if (word != "&" && word != "!") hash = base::combine(hash, base::hash_word(word));
                t.try_emplace(hash);
                name.remove_prefix(std::min(end + 1, name.size()));
            }
            Node& node = t[hash];
            node.needs_the = node.ends ? node.needs_the && needs_the : needs_the;
            node.ends = true;
        }
        return t;
    }();
    return built;
}

}  // namespace

std::string fold_outlet(std::string_view name) {
    if (std::string agency = find_agency(name); !agency.empty()) return base::fold(agency);
    std::string folded = base::squeeze(base::fold(name));
    if (const std::string_view known = find_outlet_name_of_host(std::string_view(folded).substr(0, folded.find('/'))); !known.empty()) folded = base::fold(known);
    for (const std::string_view begin : {"the ", "www."})
        if (folded.starts_with(begin)) folded.erase(0, begin.size());
    for (const std::string_view behind : {" (", " - "})
        if (const std::size_t at = folded.find(behind); at != std::string::npos && at > 0) folded.erase(at);
    if (folded.find(' ') == std::string::npos)                  // a host: "hollow-ledger.example"
        if (const std::size_t dot = folded.find('.'); dot != std::string::npos && dot > 0) folded.erase(dot);
    std::erase_if(folded, [](char c) { return c == ' ' || c == '-' || c == '.'; });
    const auto one = std::find_if(std::begin(kOneOutlet), std::end(kOneOutlet), [&](const auto& pair) { return pair.first == folded; });
    return one == std::end(kOneOutlet) ? folded : std::string(one->second);
}

std::uint32_t outlet_tokens(const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end) {
    static const std::uint32_t kThe = base::hash_word("the");
    if (at >= end || tokens[at].letter_case == LetterCase::lower || tokens[at].kind == TokenKind::punctuation) return 0;
    const bool behind_the = at > 0 && tokens[at - 1].word == kThe;
    std::uint64_t hash = 0;
    std::uint32_t found = 0;
    for (std::uint32_t i = at, words = 0; i < end && words < kMostWords; ++i) {
        if (tokens[i].kind == TokenKind::quote) break;
        if (tokens[i].kind == TokenKind::punctuation) {
            if (i == at || words == 0 || tokens[i].end - tokens[i].begin != 1) break;   // "&", "!"
            continue;
        }
        hash = base::combine(hash, tokens[i].word);
        ++words;
        const auto node = table().find(hash);
        if (node == table().end()) break;
        if (node->second.ends && tokens[i].letter_case != LetterCase::lower && (behind_the || !node->second.needs_the)) found = i + 1 - at;
    }
    if (found == 1 && common_words().contains(tokens[at].word) && at + 1 < end) {        // "Vice President", "People said they were scared."
        const Token& next = tokens[at + 1];
        static const std::uint32_t kVice = base::hash_word("vice");
        if (next.letter_case == LetterCase::title && (is_title(next.word) || tokens[at].word == kVice)) return 0;
        const bool opens = at == 0 || (tokens[at - 1].kind == TokenKind::punctuation && tokens[at - 1].end < tokens[at].begin);
        if (opens && next.letter_case == LetterCase::lower && next.begin > tokens[at].end) return 0;
    }
    return found;
}

}  // namespace firsthand::lexicon
