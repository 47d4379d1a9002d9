// One table of agencies and the ways in which papers credit them. Tested by agencies_test.cc.
#include "lexicon/agencies.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"

namespace firsthand::lexicon {

namespace {

struct Agency {
    std::string_view name;                         // as shown
    std::vector<std::string_view> forms;           // folded; as they stand in credits
    std::vector<std::string_view> hosts;           // its own sites
};

const std::vector<Agency>& agencies() {
    static const std::vector<Agency> table = {
        {"AP", {"ap", "associated press", "the associated press"}, {"apnews.com", "ap.org"}},
        {"Reuters", {"reuters", "thomson reuters"}, {"reuters.com"}},
        {"AFP", {"afp", "agence france-presse", "agence france presse"}, {"afp.com"}},
        {"UPI", {"upi", "united press international"}, {"upi.com"}},
        {"PA", {"pa media", "press association", "the press association"}, {"pamediagroup.com"}},
        {"dpa", {"dpa", "deutsche presse-agentur"}, {"dpa.com", "dpa-international.com"}},
        {"Bloomberg", {"bloomberg", "bloomberg news"}, {"bloomberg.com"}},
        {"Canadian Press", {"canadian press", "the canadian press"}, {"thecanadianpress.com"}},
        {"AAP", {"aap", "australian associated press"}, {"aap.com.au"}},
        {"Xinhua", {"xinhua", "xinhua news agency"}, {"xinhuanet.com", "news.cn"}},
        {"TASS", {"tass", "itar-tass"}, {"tass.com", "tass.ru"}},
        {"Interfax", {"interfax"}, {"interfax.com", "interfax.ru"}},
        {"Kyodo", {"kyodo", "kyodo news"}, {"kyodonews.net"}},
        {"Yonhap", {"yonhap", "yonhap news agency"}, {"yna.co.kr"}},
        {"PTI", {"pti", "press trust of india"}, {"ptinews.com"}},
        {"ANI", {"ani", "asian news international"}, {"aninews.in"}},
        {"IANS", {"ians", "indo-asian news service"}, {"ians.in"}},
        {"EFE", {"efe", "agencia efe"}, {"efe.com"}},
        {"ANSA", {"ansa"}, {"ansa.it"}},
        {"Anadolu", {"anadolu agency", "anadolu"}, {"aa.com.tr"}},
        {"CNN", {"cnn", "cnn wire"}, {}},
        {"PR Newswire", {"pr newswire", "prnewswire"}, {"prnewswire.com"}},
        {"Business Wire", {"business wire", "businesswire"}, {"businesswire.com"}},
        {"GlobeNewswire", {"globe newswire", "globenewswire"}, {"globenewswire.com"}},
    };
    return table;
}

constexpr std::size_t kHeadBytes = 700;
constexpr std::size_t kFootBytes = 400;
constexpr std::size_t kMostLineBytes = 120;        // a longer paragraph is no credit line

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

bool is_letter_at(std::string_view text, std::size_t at) { return at < text.size() && base::is_letter(base::decode(text, at).point); }

// "(Reuters)" with a dash or a dateline's place before it; "LONDON, March 3 (Reuters) -".
bool is_dateline(std::string_view line, std::string_view form) {
    const std::string marked = "(" + std::string(form) + ")";
    const std::size_t at = line.find(marked);
    if (at == std::string_view::npos || at > 90) return false;
    std::string_view rest = line.substr(at + marked.size());
    rest = trim(rest);
    return rest.starts_with("-") || rest.starts_with("—") || rest.starts_with("–") || rest.starts_with("_") || rest.empty() || at == 0;
}

bool is_photo(std::string_view line) {
    static constexpr std::array<std::string_view, 7> kWords = {"photo", "getty", "image", "/", "file -", "video", "picture"};
    return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return line.find(word) != std::string_view::npos; });
}

// "By Reuters", "Reuters", "Jane Doe, Associated Press", "The Associated Press — By …", "© 2018 Reuters".
bool is_byline(std::string_view line, std::string_view form) {
    if (line.size() > kMostLineBytes || is_photo(line) || line.find("contribut") != std::string_view::npos) return false;
    const bool credits = line.starts_with("by ") || line.find(" by ") != std::string_view::npos || line.starts_with("source:") || line.starts_with("©") || line.starts_with("copyright");
    for (std::size_t at = line.find(form); at != std::string_view::npos; at = line.find(form, at + 1)) {
        const std::size_t end = at + form.size();
        if ((at > 0 && is_letter_at(line, at - 1)) || is_letter_at(line, end)) continue;
        const bool alone = at == 0 && trim(line.substr(end)).empty();
        const std::string_view before = trim(line.substr(0, at));
        const bool after_name = before.ends_with("|") || before.ends_with(",") || before.ends_with("-") || before.ends_with("—") || before.ends_with("–");
        const std::string_view after = trim(line.substr(end));
        const bool at_end = after.empty() || after.starts_with("-") || after.starts_with("—") || after.starts_with("|") || after.starts_with(".");
        if (alone || (credits && (at_end || before.ends_with("by"))) || (after_name && after.empty() && line.size() < 80)) return true;
    }
    return false;
}

// "(Reporting by … Editing by …)" ends every Reuters text.
bool is_reuters_foot(std::string_view line) { return line.find("(reporting by ") != std::string_view::npos || line.find("editing by ") != std::string_view::npos; }

// "All rights reserved. This material may not be published" follows "Copyright 2018 The Associated Press".
bool is_rights_line(std::string_view line, std::string_view form) {
    const bool rights = line.starts_with("copyright") || line.starts_with("©") || line.starts_with("(copyright") || line.starts_with("(©");
    const std::size_t at = line.find(form);
    return rights && at != std::string_view::npos && at < 60 && !is_photo(line.substr(0, std::min(line.size(), at + form.size())));
}

// The lines of a part of a text, folded and trimmed.
std::vector<std::string> fold_lines(std::string_view part) {
    std::vector<std::string> lines;
    while (!part.empty()) {
        const std::size_t end = std::min(part.find('\n'), part.size());
        const std::string line = base::fold(trim(part.substr(0, std::min<std::size_t>(end, 400))));
        if (!line.empty()) lines.push_back(line);
        part.remove_prefix(std::min(end + 1, part.size()));
    }
    return lines;
}

std::string_view cut_to_points(std::string_view text, std::size_t begin, std::size_t end) {
    const auto inside = [&](std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U; };
    while (inside(begin)) ++begin;
    while (inside(end)) ++end;
    return text.substr(begin, end - begin);
}

bool is_credited(const std::vector<std::string>& head, const std::vector<std::string>& foot, std::string_view form) {
    const auto matches = [&](const auto& lines, auto test) { return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return test(line, form); }); };
    return matches(head, is_dateline) || matches(head, is_byline) || matches(foot, is_byline) || matches(foot, is_rights_line);
}

}  // namespace

std::string find_agency(std::string_view outlet) {
    const std::string folded = base::fold(outlet);
    const auto is_form = [&](std::string_view form) {
        if (!folded.starts_with(form)) return false;
        const std::string_view behind = std::string_view(folded).substr(form.size());
        return behind.empty() || behind == " news" || behind.starts_with(" (");
    };
    const auto is_host = [&](std::string_view host) {
        const std::size_t at = folded.find(host);
        if (at == std::string::npos) return false;
        const std::size_t end = at + host.size();
        return (end == folded.size() && (at == 0 || folded[at - 1] == '.')) || (at == 0 && end < folded.size() && folded[end] == '/');
    };
    const bool dotted = folded.find('.') != std::string::npos;
    for (const Agency& agency : agencies()) {
        if (std::any_of(agency.forms.begin(), agency.forms.end(), is_form)) return std::string(agency.name);
        if (dotted && std::any_of(agency.hosts.begin(), agency.hosts.end(), is_host)) return std::string(agency.name);
    }
    return {};
}

namespace {

// "HOLLOW MILL, Nov. 4 (Tarn Press) —": whatever agency a dateline names; empty when no line of the head is one.
std::string find_dateline_credit(std::string_view head) {
    constexpr std::size_t kLongestPlace = 60, kLongestName = 30;
    for (std::size_t begin = 0; begin < head.size();) {
        const std::size_t end = std::min(head.find('\n', begin), head.size());
        const std::string_view line = head.substr(begin, end - begin);
        const std::size_t open = line.find('(');
        const std::size_t close = line.find(')');
        begin = end + 1;
        if (open == std::string_view::npos || close == std::string_view::npos || close < open + 3 || open < 3 || open > kLongestPlace || close - open > kLongestName) continue;
        std::string_view behind = line.substr(close + 1);
        while (behind.starts_with(' ')) behind.remove_prefix(1);
        const std::string_view name = line.substr(open + 1, close - open - 1);
        // The place in capitals, a dash behind the bracket, a name in it.
        const bool shouted = line[0] >= 'A' && line[0] <= 'Z' && line[1] >= 'A' && line[1] <= 'Z' && line[2] >= 'A' && line[2] <= 'Z';
        const bool dash = behind.starts_with("—") || behind.starts_with("–") || behind.starts_with("- ") || behind.starts_with("--");
        const bool named = name[0] >= 'A' && name[0] <= 'Z' && name.find_first_of("0123456789,;:") == std::string_view::npos;
        if (shouted && dash && named) return std::string(name);
    }
    return {};
}

}  // namespace

std::string find_credit(const Document& document) {
    if (std::string own = find_agency(document.outlet); !own.empty()) return own;
    const std::string_view text = document.text;
    const std::vector<std::string> head = fold_lines(cut_to_points(text, 0, std::min(kHeadBytes, text.size())));
    const std::vector<std::string> foot = text.size() > kHeadBytes ? fold_lines(cut_to_points(text, text.size() - std::min(kFootBytes, text.size() - kHeadBytes), text.size())) : head;
    const std::vector<std::string> author = fold_lines(document.author);
    for (const Agency& agency : agencies())
        for (const std::string_view form : agency.forms)
            if (is_credited(head, foot, form) || is_credited(author, author, form)) return std::string(agency.name);
    return std::any_of(foot.begin(), foot.end(), is_reuters_foot) && std::any_of(foot.begin(), foot.end(), [](const std::string& line) { return line.find("writing by ") != std::string::npos || line.find("(reporting by ") != std::string::npos; })
               ? "Reuters"
               : find_dateline_credit(cut_to_points(text, 0, std::min(kHeadBytes, text.size())));
}

}  // namespace firsthand::lexicon
