// Names are gathered into groups that fold to one outlet; a group's weight is that of its places, and of the host's letters in it:
// "nytimes" is n, y, times of "The New York Times". Tested by page_metadata_test.cc.
#include "read/page_outlet.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "lexicon/agencies.h"
#include "read/url.h"

namespace firsthand::read {

namespace {

constexpr std::size_t kLongestName = 80;

// Letters and digits, folded; words parted by blanks.
std::string fold_words(std::string_view name) {
    const std::string folded = base::fold(name);
    std::string out;
    for (std::size_t at = 0; at < folded.size();) {
        const auto next = base::decode(folded, at);
        if (base::is_letter(next.point) || base::is_digit(next.point)) {
            out.append(folded, at, next.size);
        } else if (next.point != '\'' && !out.empty() && out.back() != ' ') {
            out += ' ';
        }
        at += next.size;
    }
    while (out.ends_with(' ')) out.pop_back();
    return out.starts_with("the ") && out.size() > 6 ? out.substr(4) : out;
}

std::string join_words(std::string words) {
    std::erase(words, ' ');
    return words;
}

// Is `label` made of beginnings of the words, in order ("nytimes", "cityam", "wsj")? Every word gives at least its first letter.
bool is_made_of(std::string_view label, std::string_view words) {
    struct State {
        std::size_t label = 0, word = 0;
    };
    std::vector<State> open{{0, 0}};
    for (int steps = 0; !open.empty() && steps < 2000; ++steps) {
        const State state = open.back();
        open.pop_back();
        if (state.label == label.size() && state.word >= words.size()) return true;
        if (state.label == label.size() || state.word >= words.size()) continue;
        const std::size_t end = std::min(words.find(' ', state.word), words.size());
        for (std::size_t taken = 0; state.word + taken < end && state.label + taken < label.size() && words[state.word + taken] == label[state.label + taken]; ++taken)
            open.push_back({state.label + taken + 1, end + 1});
    }
    return false;
}

bool is_subsequence(std::string_view label, std::string_view letters) {
    std::size_t at = 0;
    for (const char c : letters)
        if (at < label.size() && label[at] == c) ++at;
    return at == label.size();
}

// Where the label that was registered begins: behind it stands the country or the kind of site.
std::size_t find_own_label(std::string_view host) { return host.size() - std::min(registrable_domain(host).size(), host.size()); }

bool is_one_label(std::string_view letters, std::string_view labels) {
    for (std::size_t at = 0; at < labels.size();) {
        const std::size_t end = std::min(labels.find('.', at), labels.size());
        if (labels.substr(at, end - at) == letters) return true;
        at = end + 1;
    }
    return false;
}

int rate_label(std::string_view label, const std::string& words, const std::string& letters) {
    if (label.size() < 2 || letters.empty()) return 0;
    if (label == letters || (label.starts_with("the") && label.substr(3) == letters)) return 3;
    const bool inside = label.size() >= 3 && letters.find(label) != std::string::npos && 2 * letters.size() <= 5 * label.size() + 8;
    if (inside || (letters.size() >= 4 && label.find(letters) != std::string_view::npos)) return 2;
    if (label.size() >= 3 && is_made_of(label, words)) return 2;
    if (label.size() >= 4 && label.front() == letters.front() && letters.size() <= 4 * label.size() && is_subsequence(label, letters)) return 1;
    constexpr std::size_t kLongRun = 6;            // "mysanantonio" and "San Antonio Express-News"
    for (std::size_t begin = 0; begin < words.size(); begin = std::min(words.find(' ', begin), words.size() - 1) + 1) {
        std::string run;
        for (std::size_t at = begin; at < words.size() && run.size() <= label.size(); ++at) {
            if (words[at] != ' ') run += words[at];
            const bool whole = at + 1 == words.size() || words[at + 1] == ' ';
            if (whole && run.size() >= kLongRun && label.find(run) != std::string_view::npos) return 1;
        }
    }
    return 0;
}

std::string clean_name(std::string_view words) {
    std::string name = base::squeeze(words);
    while (name.starts_with('@')) name.erase(0, 1);
    if (name.starts_with("www.")) name.erase(0, 4);
    for (const std::string_view mark : {"™", "®", "©"})
        for (std::size_t at = name.find(mark); at != std::string::npos; at = name.find(mark)) name.erase(at, mark.size());
    return base::squeeze(name);
}

bool is_platform(std::string_view name) {
    constexpr auto kPlatforms = std::to_array<std::string_view>({"facebook", "twitter", "x", "instagram", "youtube", "linkedin", "google", "wordpress", "wordpress com", "blogger",
        "home", "homepage", "news", "website", "blog", "null", "undefined", "article", "default"});
    return std::find(kPlatforms.begin(), kPlatforms.end(), name) != kPlatforms.end();
}

bool has_small_word(std::string_view name) {
    for (std::size_t at = 0; (at = name.find(' ', at)) != std::string_view::npos;)
        if (++at < name.size() && name[at] >= 'a' && name[at] <= 'z') return true;
    return false;
}

// A name that somebody wrote for readers: with capitals or blanks.
int rate_spelling(std::string_view name) {
    const bool blank = name.find(' ') != std::string_view::npos;
    const bool upper = std::any_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return (blank ? 2 : 0) + (upper ? 1 : 0) - (name.find('.') != std::string_view::npos ? 1 : 0);
}

}  // namespace

int agree_with_host(std::string_view name, std::string_view host) {
    const std::string words = fold_words(name);
    const std::string letters = join_words(words);
    if (letters.size() < 2 || host.empty()) return 0;
    const std::size_t own = find_own_label(host);
    std::string label(host.substr(own, host.find('.', own) - own));
    std::erase(label, '-');
    return rate_label(label, words, letters);
}

bool is_same_outlet(std::string_view a, std::string_view b) {
    const auto key = [](std::string_view name) {
        std::string folded = base::fold(name.substr(0, name.find(" (")));
        if (folded.starts_with("www.")) folded.erase(0, 4);
        if (folded.find(' ') == std::string::npos)              // a host: "hollow-ledger.example"
            if (const std::size_t dot = folded.find('.'); dot != std::string::npos && dot > 0) folded.erase(dot);
        return join_words(fold_words(folded));
    };
    constexpr std::size_t kMuchLonger = 24;
    if (a.size() > b.size() + kMuchLonger || b.size() > a.size() + kMuchLonger) return false;
    const std::string one = key(a);
    return !one.empty() && one == key(b);
}

std::vector<std::string_view> split_title(std::string_view title) {
    constexpr auto kMarks = std::to_array<std::string_view>({" | ", " - ", " – ", " — ", " : ", " :: ", " · ", " • ", " « ", " » ", " ‹ ", " › ", " / ", " ~ "});
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < title.size(); ++at) {
        if (title[at] != ' ') continue;
        for (const std::string_view mark : kMarks) {
            if (!title.substr(at).starts_with(mark)) continue;
            if (at > begin) pieces.push_back(title.substr(begin, at - begin));
            begin = at + mark.size();
            at = begin - 2;
            break;
        }
    }
    if (begin < title.size()) pieces.push_back(title.substr(begin));
    return pieces;
}

std::string choose_outlet(const std::vector<SiteName>& names, std::string_view host) {
    struct Group {
        std::string key, name;
        int weight = 0, agrees = 0, spelling = -9, first = 0;
    };
    std::vector<Group> groups;
    for (const SiteName& given : names) {
        const std::string whole = clean_name(given.name);
        std::vector<std::string_view> pieces = split_title(whole);
        if (pieces.size() > 1 && agree_with_host(whole, host) >= 3) pieces = {whole};
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const std::string name(pieces[i]);
            const std::string words = fold_words(name);
            if (words.empty() || name.size() > kLongestName || name.find("://") != std::string::npos || name.find("{{") != std::string::npos) continue;
            const int agrees = agree_with_host(name, host);
            constexpr std::ptrdiff_t kSlogan = 3;  // blanks of a name that does not go with the host
            const bool slogan = agrees == 0 && !host.empty() && std::count(words.begin(), words.end(), ' ') >= kSlogan && has_small_word(name);
            const bool agency = agrees == 0 && !host.empty() && !lexicon::find_agency(name).empty();        // whose text it is, not whose page
            const bool machine = agrees == 0 && is_one_label(join_words(words), host.substr(0, find_own_label(host)));     // "hosted" of hosted.quell.example
            if (machine || (is_platform(words) && agrees < 3) || (i > 0 && agrees < 2) || slogan || agency) continue;
            auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& one) { return is_same_outlet(one.name, name); });
            if (group == groups.end()) group = groups.insert(groups.end(), {words, name});
            group->weight += given.weight;
            group->agrees = std::max(group->agrees, agrees);
            if (const int spelling = rate_spelling(name); spelling > group->spelling) {
                group->spelling = spelling;
                group->name = name;
            }
        }
    }
    const Group* best = nullptr;
    const auto rate = [](const Group& group) { return group.weight + 3 * group.agrees; };
    for (const Group& group : groups)
        if (best == nullptr || rate(group) > rate(*best)) best = &group;
    constexpr int kGoodPlace = 3;
    constexpr int kPlain = 1;                      // the host without its end says no more than the host
    if (best != nullptr && best->agrees == 3 && best->spelling < kPlain && best->name.find('.') == std::string::npos) return {};
    return best != nullptr && (best->weight >= kGoodPlace || best->agrees >= 2) ? best->name : std::string();
}

}  // namespace firsthand::read
