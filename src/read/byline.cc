// A line is cut at its date, then into words; marks and "and" part names, what is neither a name nor an agency (roles, handles,
// papers) is dropped. Tested by byline_test.cc.
#include "read/byline.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "lexicon/agencies.h"
#include "read/page_head.h"
#include "read/shown_date.h"

namespace firsthand::read {

namespace {

constexpr std::size_t kLongestLine = 400, kLongestName = 60, kMostWords = 60, kMostNames = 16;

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr auto kBy = std::to_array<std::string_view>({"by", "von", "por", "par", "door", "автор", "autor", "autora", "autore", "author", "authors", "di", "da", "av", "af", "текст"});
constexpr auto kIntroductions = std::to_array<std::string_view>({"posted", "written", "published", "reported", "story", "words", "review", "analysis", "opinion", "commentary",
    "escrito", "publicado", "scritto", "pubblicato", "écrit", "publié", "geschrieben", "veröffentlicht", "created", "submitted", "column", "report", "reporting", "report", "article",
    "reviewed", "text", "cura"});
constexpr auto kRoles = std::to_array<std::string_view>({"writer", "writers", "reporter", "reporters", "editor", "editors", "correspondent", "columnist", "contributor",
    "contributors", "staff", "journalist", "producer", "analyst", "critic", "blogger", "director", "professor", "host", "anchor", "chief", "bureau", "manager", "president", "founder",
    "ceo", "expert", "meteorologist", "photographer", "specialist", "strategist", "researcher", "senior", "freelance", "special", "redaktion", "redação", "redacción", "rédaction",
    "redazione", "editor-in-chief", "editorial", "reports", "desk", "newsroom", "team", "webdesk", "author", "fellow", "assistant", "associate", "lecturer", "secretary", "attorney", "wire", "services", "editor-at-large"});
constexpr auto kParticles = std::to_array<std::string_view>({"de", "van", "von", "der", "den", "la", "le", "al", "bin", "ibn", "el", "da", "dos", "das", "do", "du", "di", "del", "della",
    "ten", "ter", "zu", "zur", "y", "e", "of", "the"});
// What stands in a byline's element and is no name.
constexpr auto kNoNames = std::to_array<std::string_view>({"share", "follow", "email", "e-mail", "comments", "comment", "read", "view", "see", "more", "updated", "published", "posted",
    "photo", "photos", "image", "getty", "video", "subscribe", "facebook", "twitter", "print", "contact", "bio", "biography", "archive", "profile", "save", "tweet", "whatsapp", "minutes",
    "min", "ago", "today", "yesterday", "about", "latest", "stories", "articles", "posts", "login", "register", "advertisement", "menu", "home", "search", "written", "reply", "leave", "source",
    "file", "courtesy", "illustration", "icon", "logo", "rss", "linkedin", "instagram", "category", "tags", "uncategorized", "copyright", "sponsored", "filed", "text", "close", "listen", "tips"});
constexpr auto kNobody = std::to_array<std::string_view>({"admin", "administrator", "null", "none", "undefined", "n/a", "na", "webmaster", "default", "unknown", "superuser", "root",
    "editor", "author", "user", "guest", "anonymous", "web", "wordpress", "nan", "-", "no author", "site admin", "super user", "facebook", "twitter"});

struct Word {
    std::string text;                              // without marks around it
    std::string folded;
    bool part = false;                             // a mark before it, or a new piece with a whole name behind
    bool seam = false;                             // a new piece begins
};

struct Segment {
    std::vector<Word> words;
    bool seam = false;                             // only a seam parts it from the one before
    bool conjunction = false;                      // "e", "y" before it: perhaps inside a name
};

bool is_mark(std::string_view token) {
    constexpr auto kMarks = std::to_array<std::string_view>({"|", "·", "•", "—", "–", "-", "/", "&", ",", ";", "and", "und", "et", "en", ":", "//", "+", "~", "»", "e", "y", "og"});
    return is_one_of(token, kMarks);
}

std::vector<Word> read_words(std::string_view line) {
    std::vector<Word> words;
    constexpr std::string_view kBreaks = " ;\x1F";
    bool part = false, seam = false;
    for (std::size_t at = 0; at < line.size() && words.size() < kMostWords;) {
        if (line[at] == kSeam || line[at] == ' ' || line[at] == ';') {
            seam = seam || line[at] == kSeam;
            part = part || line[at] == ';';
            ++at;
            continue;
        }
        const std::size_t end = std::min(line.find_first_of(kBreaks, at), line.size());
        std::string_view token = line.substr(at, end - at);
        at = end;
        bool behind = false;
        while (token.size() > 1 && std::string_view(",;:|").find(token.back()) != std::string_view::npos) {
            token.remove_suffix(1);
            behind = true;
        }
        while (token.size() > 1 && std::string_view(",;|(\"[*").find(token.front()) != std::string_view::npos) {
            token.remove_prefix(1);
            part = true;
        }
        while (token.size() > 1 && std::string_view(")\"]*").find(token.back()) != std::string_view::npos) token.remove_suffix(1);
        words.push_back({std::string(token), base::fold(token), part, seam});
        part = behind;
        seam = false;
    }
    return words;
}

// Scripts without cases have capitals only.
bool is_capital(std::string_view word) {
    const char32_t first = base::decode(word, 0).point;
    return base::is_upper(first) || (first >= 0x80 && base::is_letter(first));
}

std::string join_words(const std::vector<Word>& words, std::size_t begin = 0) {
    std::string out;
    for (std::size_t i = begin; i < words.size(); ++i) {
        if (!out.empty()) out += ' ';
        out += words[i].text;
    }
    return out;
}

bool has_role(const Segment& segment) {
    return std::any_of(segment.words.begin(), segment.words.end(), [](const Word& word) { return is_one_of(word.folded, kRoles); });
}

bool is_address(std::string_view word) {
    return word.find('@') != std::string_view::npos || word.find("://") != std::string_view::npos || word.starts_with("www.") || word.find(".com/") != std::string_view::npos;
}

// Looks like the name of somebody: capitals and particles.
bool is_name(const Segment& segment, BylineKind kind, bool introduced) {
    if (segment.words.empty() || segment.words.size() > 6) return false;
    std::size_t capitals = 0;
    for (const Word& word : segment.words) {
        if (is_address(word.text) || word.text.find_first_of("{}<>=_#?!%") != std::string::npos) return false;
        if (is_one_of(word.folded, kNoNames) && kind != BylineKind::field) return false;
        const bool capital = is_capital(word.text);
        if (!capital && !is_one_of(word.folded, kParticles) && kind != BylineKind::field) return false;
        capitals += capital ? 1U : 0U;
    }
    if (kind == BylineKind::field) return true;
    return capitals >= (introduced ? 1U : 2U) && (introduced || segment.words.size() >= 2) && is_capital(segment.words.back().text);
}

// The agency that a segment names, as it is written, without roles: "AP National Political Writer" -> "AP".
std::string find_agency_words(const Segment& segment) {
    for (std::size_t count = std::min<std::size_t>(segment.words.size(), 4); count > 0; --count) {
        Segment head;
        head.words.assign(segment.words.begin(), segment.words.begin() + static_cast<std::ptrdiff_t>(count));
        std::string name = join_words(head.words);
        if (lexicon::find_agency(name).empty()) continue;
        Segment rest;
        rest.words.assign(segment.words.begin() + static_cast<std::ptrdiff_t>(count), segment.words.end());
        if (rest.words.empty() || has_role(rest)) return name;
    }
    return {};
}

// "MS, RD", "Ph.D."
bool is_degree(const Segment& segment) {
    if (segment.words.size() != 1) return false;
    constexpr auto kDegrees = std::to_array<std::string_view>({"md", "m.d.", "phd", "ph.d.", "ms", "m.s.", "rd", "rdn", "rn", "dds", "esq", "esq.", "mba", "ma", "ba", "jd", "mph", "ld", "cpt",
        "msc", "dvm", "do", "np", "pharmd", "cscs"});
    return is_one_of(segment.words[0].folded, kDegrees);
}

// What a program calls its users: "jdadmin", "webnata".
bool is_account(std::string_view name) {
    return name.find("admin") != std::string_view::npos || std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.'; });
}

bool is_suffix(std::string_view word) {
    constexpr auto kSuffixes = std::to_array<std::string_view>({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"});
    return is_one_of(word, kSuffixes);
}

// `whole`: turns false where something else than names follows them.
std::vector<Segment> split_names(const std::vector<Word>& words, std::size_t begin, bool& whole) {
    constexpr auto kEnds = std::to_array<std::string_view>({"for", "in", "at", "on", "from", "via", "last", "published", "updated", "posted", "publiziert", "em", "am", "le", "el", "il", "to", "contributed"});
    std::vector<Segment> segments(1);
    for (std::size_t i = begin; i < words.size(); ++i) {
        const Word& word = words[i];
        const bool started = segments.size() > 1 || !segments.back().words.empty();
        const bool small = !is_capital(word.text);
        if (started && ((small && is_one_of(word.folded, kEnds)) || (word.seam && is_one_of(word.folded, kNoNames)))) {
            whole = false;
            break;
        }
        if (is_mark(word.folded) && (small || word.folded.size() > 1)) {
            const bool letter = word.folded == "e" || word.folded == "y";
            if (!segments.back().words.empty()) segments.emplace_back();
            segments.back().conjunction = letter;
            continue;
        }
        if ((word.part || word.seam) && !segments.back().words.empty()) {
            segments.emplace_back();
            segments.back().seam = !word.part;
        }
        segments.back().words.push_back(word);
    }
    std::vector<Segment> joined;                   // "John" seam "Smith"; "Costa e Silva"
    for (Segment& segment : segments) {
        if (segment.words.empty()) continue;
        const bool halves = !joined.empty() && segment.words.size() == 1 && joined.back().words.size() == 1;
        const bool half = !joined.empty() && (segment.words.size() == 1 || joined.back().words.size() == 1);
        if (!joined.empty() && ((segment.seam && halves) || (segment.conjunction && half))) {
            if (segment.conjunction) joined.back().words.push_back({"e", "e"});
            joined.back().words.insert(joined.back().words.end(), segment.words.begin(), segment.words.end());
        } else {
            joined.push_back(std::move(segment));
        }
    }
    return joined;
}

// Where the names begin: behind "By" and what introduces it. `words.size()`: nowhere.
std::size_t find_by(const std::vector<Word>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string_view folded = words[i].folded;
        if (!is_one_of(folded, kBy)) continue;
        const bool english = folded == "by";
        const bool starts = i == 0 || words[i].seam || words[i].part || is_mark(words[i - 1].folded);
        const bool introduced = i > 0 && is_one_of(words[i - 1].folded, kIntroductions);
        const bool photo = i > 0 && is_one_of(words[i - 1].folded, kNoNames) && !introduced && words[i - 1].folded != "written";
        if (photo) return words.size();
        if ((starts && (i == 0 || english)) || introduced) {
            std::size_t next = i + 1;
            if (next < words.size() && is_mark(words[next].folded)) ++next;
            return next;
        }
    }
    return words.size();
}

void add_name(Byline& byline, std::string name) {
    const std::string folded = base::fold(name);
    const auto same = [&](const std::string& one) { return base::fold(one) == folded; };
    if (byline.people.size() < kMostNames && std::none_of(byline.people.begin(), byline.people.end(), same)) byline.people.push_back(std::move(name));
}

// Names stand before the date, or behind it.
std::string_view cut_date(std::string_view line, BylineKind kind) {
    if (line.find_first_of("0123456789") == std::string_view::npos) return line;
    const auto date = find_shown_date(line, DayOrder::day_first);
    if (!date) return line;
    const std::string_view before = line.substr(0, date->begin);
    constexpr std::string_view kMarks = " ,|-\x1F";
    return before.find_first_not_of(kMarks) != std::string_view::npos && !read_byline(before, kind).empty() ? before : line.substr(date->end);
}

// What one segment is goes where it belongs. False: it is none of what a byline holds.
bool take_segment(const Segment& segment, BylineKind kind, bool first, Byline& byline) {
    std::string name = join_words(segment.words);
    const std::string folded = base::fold(name);
    if (name.size() > kLongestName || is_one_of(folded, kNobody) || (segment.words.size() == 1 && is_account(name))) return false;
    if (std::string agency = find_agency_words(segment); !agency.empty()) {
        const std::string known = lexicon::find_agency(agency);
        byline.agency = base::fold(known) == base::fold(agency) ? known : agency;      // "Ap", "REUTERS"
    } else if (is_suffix(folded) && !byline.people.empty()) {
        byline.people.back() += ", " + name;
    } else if (has_role(segment)) {
        const bool other = std::any_of(segment.words.begin(), segment.words.end(), [](const Word& word) { return is_one_of(word.folded, kNoNames); });
        if (first && byline.collective.empty() && segment.words.size() <= 4 && !other) byline.collective = name;
    } else if (byline.people.empty() || !is_degree(segment)) {
        if (!is_name(segment, kind, byline.introduced && first)) return false;
        add_name(byline, std::move(name));
    }
    return true;
}

}  // namespace

Byline read_byline(std::string_view given, BylineKind kind) {
    Byline byline;
    if (kind != BylineKind::field && given.size() > kLongestLine) return byline;
    std::string_view line = given.substr(0, kLongestLine);
    std::vector<Word> words = read_words(line);
    if (words.empty()) return byline;
    std::size_t by = find_by(words);
    byline.waiting = by == words.size() && words.size() <= 2 && is_one_of(words.back().folded, kBy);
    if (kind == BylineKind::line && by == words.size()) return byline;
    if (kind != BylineKind::field) {
        line = cut_date(line, kind);
        if (line.size() < given.size()) {
            words = read_words(line);
            by = find_by(words);
            byline.whole = false;
        }
    }
    byline.introduced = by < words.size();
    const std::vector<Segment> segments = split_names(words, byline.introduced ? by : 0, byline.whole);
    bool first = true;
    for (const Segment& segment : segments) {
        if (!take_segment(segment, kind, first, byline)) {
            byline.whole = false;
            if (kind != BylineKind::field && first) return Byline{{}, {}, {}, false, byline.waiting, false};
            if (kind == BylineKind::marked && !byline.introduced) break;
        }
        first = false;
    }
    if (!byline.people.empty() || !byline.agency.empty()) byline.collective.clear();
    return byline;
}

std::string join_byline(const Byline& byline) {
    std::string out;
    const auto add = [&](const std::string& name) {
        if (name.empty()) return;
        if (!out.empty()) out += ", ";
        out += name;
    };
    for (const std::string& name : byline.people) add(name);
    add(byline.agency);
    if (out.empty()) add(byline.collective);
    return out;
}

}  // namespace firsthand::read
