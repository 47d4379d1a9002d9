// What can be told from a document by itself, without shared state: each step only fills what is missing, so that a second
// call changes nothing. Language by CLD2 (Compact Language Detector 2). Tested by complete_test.cc.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "lexicon/furniture.h"
#include "read/address_date.h"
#include "read/mend.h"
#include "read/notes.h"
#include "read/read.h"
#include "read/url.h"

namespace firsthand::read {

namespace {

constexpr std::string_view kBlank = " \t\r\n\v\f";
constexpr std::size_t kLongestTitle = 160;         // code points (CONTRACT.md)
constexpr std::size_t kLanguageBytes = 4096;

// Byte offsets into the text before the repair are void afterwards, so spans are repaired with it.
void repair(Document& document) {
    for (std::string* field : {&document.id, &document.path, &document.outlet, &document.url, &document.title, &document.author,
                               &document.published.from, &document.updated.from}) {
        bool changed = false;
        if (std::string fixed = base::repair_utf8(*field, changed); changed) *field = std::move(fixed);
    }
    const std::string& text = document.text;
    if (base::is_valid_utf8(text) && std::memchr(text.data(), 0, text.size()) == nullptr) return;
    std::string fixed;
    std::size_t at = 0;
    const auto append_to = [&](std::size_t end) {
        bool changed = false;
        fixed += base::repair_utf8(std::string_view(text).substr(at, end - at), changed);
        at = end;
        return static_cast<std::uint32_t>(fixed.size());
    };
    for (ByteSpan& span : document.furniture) {
        span.begin = append_to(span.begin);
        span.end = append_to(span.end);
    }
    append_to(text.size());
    document.text = std::move(fixed);
    add_note(document, kReplaced);
}

// A front page is nobody's article: what gives only that as its address has none of its own.
std::string find_article_url(const std::string& url) {
    std::string canonical = canonical_url(url);
    if (canonical.find_first_of("/?", std::string_view("https://").size()) == std::string::npos) canonical.clear();
    return canonical;
}

// A line without the blanks around it, as bytes of `text`; the byte after the line's end in `next`.
ByteSpan trim_line(std::string_view text, std::size_t begin, std::size_t& next) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    next = std::min(end + 1, text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const auto first = line.find_first_not_of(kBlank);
    if (first == std::string_view::npos) return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin)};
    const auto last = line.find_last_not_of(kBlank);
    return {static_cast<std::uint32_t>(begin + first), static_cast<std::uint32_t>(begin + last + 1)};
}

// Where the article itself begins: behind a byte order mark and front matter.
std::size_t find_start(const Document& document) {
    std::size_t at = document.text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (const ByteSpan& span : document.furniture)
        if (span.begin <= at) at = std::max<std::size_t>(at, span.end);
    return at;
}

// The first line is the title when metadata gives none and an empty line follows, or when metadata gives the same one.
void find_title(Document& document) {
    if (!document.title_span.empty()) return;
    const std::string_view text = document.text;
    ByteSpan line;
    std::size_t next = find_start(document);
    const auto is_given = [&](std::string_view words) {
        if (document.title.empty() || words.size() > 2 * document.title.size() + 16) return false;
        return words == document.title || base::squeeze(words) == base::squeeze(document.title);
    };
    const auto is_passed_over = [&] { return line.empty() || (!is_given(slice(text, line)) && lexicon::is_furniture_line(slice(text, line))); };
    while (next < text.size() && is_passed_over()) line = trim_line(text, next, next);
    if (is_passed_over()) return;
    const std::string_view words = slice(text, line);
    if (!document.title.empty()) {
        if (is_given(words)) document.title_span = line;
        return;
    }
    if (next >= text.size()) return;
    const ByteSpan after = trim_line(text, next, next);
    if (!after.empty() || base::CodePoints(words).at(static_cast<std::uint32_t>(words.size())) > kLongestTitle) return;
    document.title = std::string(words);
    document.title_span = line;
}

// Is all that follows from `at` on a list of other articles' titles? Sentences speak against it.
bool is_list_to_the_end(std::string_view text, std::size_t at) {
    constexpr std::size_t kMostLines = 15, kLongestLine = 120;
    for (std::size_t lines = 0; at < text.size();) {
        const std::string_view line = slice(text, trim_line(text, at, at));
        if (line.empty()) continue;
        const bool sentence = line.ends_with('.') || line.ends_with('"') || line.ends_with("\xE2\x80\x9D");
        if (++lines > kMostLines || line.size() > kLongestLine || sentence) return false;
    }
    return true;
}

// Lines that are furniture, behind the front matter; and furniture glued to the end of the last line.
void mark_furniture(Document& document) {
    const std::string_view text = document.text;
    std::vector<ByteSpan> found;
    ByteSpan last;
    bool in_list = false;
    for (std::size_t at = find_start(document); at < text.size();) {
        const ByteSpan line = trim_line(text, at, at);
        if (line.empty() || line == document.title_span) continue;
        last = line;
        const std::string_view words = slice(text, line);
        if (in_list || lexicon::is_furniture_line(words)) found.push_back(line);
        in_list = in_list || (lexicon::is_furniture_heading(words) && is_list_to_the_end(text, at));
    }
    const auto tail = static_cast<std::uint32_t>(lexicon::find_furniture_tail(slice(text, last)));
    if (tail > 0) found.push_back({last.end - tail, last.end});
    for (const ByteSpan& span : found)
        if (std::none_of(document.furniture.begin(), document.furniture.end(), [&](const ByteSpan& old) { return overlap(old, span); }))
            document.furniture.push_back(span);
    std::sort(document.furniture.begin(), document.furniture.end());
}

// Function words of English that other languages in Latin script do not share.
bool is_plain_english(std::string_view text) {
    constexpr auto kWords = std::to_array<std::string_view>(
        {"the", "and", "of", "with", "that", "from", "was", "have", "by", "this", "which", "were", "The"});
    std::size_t words = 0, hits = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        at = end + 1;
        ++words;
        hits += std::find(kWords.begin(), kWords.end(), word) != kWords.end() ? 1U : 0U;
    }
    return words >= 100 && hits * 10 >= words;
}

void detect_language(Document& document) {
    if (!document.language.empty()) return;
    std::string_view sample(document.text);
    sample.remove_prefix(std::min(find_start(document), sample.size()));
    if (sample.size() > kLanguageBytes) {
        std::size_t size = kLanguageBytes;
        while (size > 0 && (static_cast<unsigned char>(sample[size]) & 0xC0U) == 0x80U) --size;
        sample = sample.substr(0, size);
    }
    if (is_plain_english(sample)) {
        document.language = "en";
        return;
    }
    constexpr bool kPlainText = true;
    CLD2::Language languages[3];
    int percents[3];
    int bytes = 0;
    bool reliable = false;
    const CLD2::Language language = CLD2::DetectLanguageSummary(sample.data(), static_cast<int>(sample.size()), kPlainText, languages, percents,
        &bytes, &reliable);
    const std::string_view code = CLD2::LanguageCode(language);
    document.language = reliable ? std::string(code.substr(0, code.find('-'))) : "un";
    constexpr int kLargePart = 30;                 // percent: an English article may quote at length
    for (int i = 0; i < 3; ++i)
        if (languages[i] == CLD2::ENGLISH && percents[i] >= kLargePart) document.language = "en";
    if (document.language != "en" && document.language != "un") add_note(document, kNotEnglish);
}

}  // namespace

void complete(Document& document) {
    repair(document);
    if (has_mojibake(document.text)) add_note(document, kMojibake);
    if (document.id.empty()) document.id = !document.url.empty() ? document.url : document.path;
    document.canonical_url = find_article_url(document.url);
    find_title(document);
    mark_furniture(document);
    detect_language(document);
    if (document.outlet.empty()) document.outlet = find_outlet(document.url);
    if (document.outlet.empty()) add_note(document, kNoOutlet);
    if (!document.published.known())
        if (auto date = find_address_date(document.url)) document.published = std::move(*date);
    if (!document.published.known()) add_note(document, kUndated);
}

}  // namespace firsthand::read
