// Two thirds of a news page are scripts, and the parser builds a tree of whatever it is given: taking them out first makes it
// three times as fast, and its worst cases (depth, thousands of attributes, formatting elements that never end) cannot come
// up. Follows the tokenizer of the HTML standard (13.2.5) as far as it must to know what is a tag: quoted attributes, raw
// text elements, escaped scripts, comments. Tested by html_test.cc.
#include "read/html_source.h"

#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstring>

#include "base/ascii.h"

namespace firsthand::read {

namespace {

using base::lower;
using base::is_letter;

constexpr std::size_t kLongestValue = 2048, kLongestLink = 1U << 16U, kLongestStyle = 256;
constexpr std::size_t kMostAttributes = 32;
constexpr std::size_t kMostComments = 4096;        // bytes
constexpr std::size_t kLongestName = 64;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& sorted) {
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

// Attributes that tell what an element is for.
constexpr auto kAttributes = std::to_array<std::string_view>({"aria-hidden", "aria-label", "charset", "cite", "class", "content", "data-component",
    "data-testid", "datetime", "dir", "hidden", "href", "http-equiv", "id", "itemid", "itemprop", "itemscope", "itemtype", "lang", "name", "property",
    "pubdate", "rel", "role", "src", "style", "title", "type", "value"});
constexpr auto kVoid = std::to_array<std::string_view>(
    {"area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr"});
// Elements whose end tag may be left out end by themselves, so that they do not nest.
constexpr auto kSelfEnding = std::to_array<std::string_view>({"body", "caption", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p",
    "tbody", "td", "tfoot", "th", "thead", "tr"});
// Elements whose content is raw text that nobody reads here.
constexpr auto kDropped = std::to_array<std::string_view>({"iframe", "noembed", "noframes", "script", "style", "textarea", "xmp"});
// Tags that would make the parser leave out or change what follows.
constexpr auto kIgnored = std::to_array<std::string_view>({"frameset", "plaintext", "svg"});
static_assert(std::is_sorted(kAttributes.begin(), kAttributes.end()) && std::is_sorted(kVoid.begin(), kVoid.end()));
static_assert(std::is_sorted(kSelfEnding.begin(), kSelfEnding.end()) && std::is_sorted(kDropped.begin(), kDropped.end()));

struct TagToken {
    std::string_view name;                         // as written
    std::string lower_name;
    std::size_t end = 0;                           // behind its '>'
    bool closed = false;                           // false: the source ends inside it
};

class Slimmer {
  public:
    Slimmer(std::string_view source, std::uint32_t depth, std::uint32_t tags) : source_(source), most_depth_(depth), most_tags_(tags) {
        out_.html.reserve(source.size() / 2);
    }

    HtmlSource run() {
        while (at_ < source_.size() && out_.tags <= most_tags_) {
            const auto open = std::min(source_.find('<', at_), source_.size());
            out_.html.append(source_, at_, open - at_);
            at_ = open;
            if (at_ < source_.size()) take_markup();
        }
        return std::move(out_);
    }

  private:
    [[nodiscard]] char peek(std::size_t ahead) const { return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0'; }

    [[nodiscard]] bool follows(std::size_t at, std::string_view lower_word) const {
        if (source_.size() - at < lower_word.size()) return false;
        for (std::size_t i = 0; i < lower_word.size(); ++i)
            if (lower(source_[at + i]) != lower_word[i]) return false;
        return true;
    }

    // Is there `</name` with its end behind it at this place?
    [[nodiscard]] bool closes(std::size_t at, std::string_view name) const {
        if (!follows(at, "</") || !follows(at + 2, name)) return false;
        const std::size_t behind = at + 2 + name.size();
        return behind < source_.size() && (is_blank(source_[behind]) || source_[behind] == '>' || source_[behind] == '/');
    }

    void take_markup() {
        const char next = peek(1);
        if (next == '!') return take_declaration();
        if (next == '?') return skip_behind(">", 2);
        if (is_letter(next)) return take_start_tag();
        if (next == '/' && is_letter(peek(2))) return take_end_tag();
        if (next == '/') return skip_behind(">", 2);
        out_.html += '<';
        ++at_;
    }

    void skip_behind(std::string_view mark, std::size_t from) {
        const auto end = source_.find(mark, std::min(at_ + from, source_.size()));
        at_ = end == std::string_view::npos ? source_.size() : end + mark.size();
    }

    void take_declaration() {
        if (!follows(at_, "<!--")) {
            const std::size_t begin = at_;
            const bool doctype = follows(at_, "<!doctype");
            skip_behind(">", 2);
            if (doctype) out_.html.append(source_, begin, at_ - begin);
            return;
        }
        const std::size_t begin = at_ + 4;
        if (follows(begin, ">") || follows(begin, "->")) return skip_behind(">", 4);
        auto end = source_.find("--", begin);      // ends with --> or --!>
        while (end != std::string_view::npos && !follows(end + 2, ">") && !follows(end + 2, "!>")) end = source_.find("--", end + 1);
        if (out_.tags <= 1 && out_.comments.size() < kMostComments)   // SingleFile writes its own behind <html>
            out_.comments.append(source_.substr(begin, std::min(end - begin, kMostComments - out_.comments.size()))).push_back('\n');
        at_ = end == std::string_view::npos ? source_.size() : source_.find('>', end) + 1;
    }

    // Reads a tag from its '<' on; kept attributes go to `kept`.
    TagToken read_tag(std::size_t name_begin, std::string* kept) {
        TagToken tag;
        std::size_t at = name_begin;
        while (at < source_.size() && !is_blank(source_[at]) && source_[at] != '/' && source_[at] != '>') ++at;
        tag.name = source_.substr(name_begin, at - name_begin);
        for (const char c : tag.name.substr(0, kLongestName)) tag.lower_name.push_back(lower(c));
        std::size_t attributes = 0;
        while (at < source_.size()) {
            while (at < source_.size() && (is_blank(source_[at]) || source_[at] == '/')) ++at;
            if (at == source_.size()) break;
            if (source_[at] == '>') {
                tag.end = at + 1;
                tag.closed = true;
                return tag;
            }
            at = read_attribute(at, attributes < kMostAttributes ? kept : nullptr, attributes);
        }
        tag.end = source_.size();
        return tag;
    }

    // Reads one attribute; what is behind it.
    std::size_t read_attribute(std::size_t begin, std::string* kept, std::size_t& count) {
        std::size_t at = begin + 1;                // a '=' may begin a name
        while (at < source_.size() && !is_blank(source_[at]) && source_[at] != '/' && source_[at] != '>' && source_[at] != '=') ++at;
        const std::string_view name = source_.substr(begin, at - begin);
        std::size_t value_begin = at;
        while (value_begin < source_.size() && is_blank(source_[value_begin])) ++value_begin;
        std::string_view value;
        if (value_begin < source_.size() && source_[value_begin] == '=') {
            at = value_begin + 1;
            while (at < source_.size() && is_blank(source_[at])) ++at;
            const char mark = at < source_.size() ? source_[at] : '\0';
            value_begin = at;
            if (mark == '"' || mark == '\'') {
                at = std::min(source_.find(mark, at + 1), source_.size() - 1) + 1;
            } else {
                while (at < source_.size() && !is_blank(source_[at]) && source_[at] != '>') ++at;
            }
            value = source_.substr(value_begin, at - value_begin);
        }
        if (kept != nullptr && keep(name, value)) {
            ++count;
            *kept += ' ';
            kept->append(name);
            if (!value.empty()) kept->append("=").append(value);
        }
        return at;
    }

    static bool keep(std::string_view name, std::string_view value) {
        if (name.size() > 16) return false;
        std::array<char, 16> folded{};
        std::transform(name.begin(), name.end(), folded.begin(), lower);
        const std::string_view word(folded.data(), name.size());
        if (!is_one_of(word, kAttributes)) return false;
        if (word == "style") return value.size() <= kLongestStyle && (value.find("none") != std::string_view::npos || value.find("hidden") != std::string_view::npos);
        return value.size() <= (word == "content" || word == "href" ? kLongestLink : kLongestValue);
    }

    void take_start_tag() {
        std::string kept;
        const TagToken tag = read_tag(at_ + 1, &kept);
        const std::size_t tag_begin = at_;
        at_ = tag.end;
        if (!tag.closed) return;                   // the standard drops a tag that never ends
        const std::string_view name = tag.lower_name;
        if (name == "svg" && source_[tag.end - 2] != '/') skip_drawing();
        if (is_one_of(name, kIgnored)) return;
        if (is_one_of(name, kDropped)) return skip_raw(name, source_.substr(tag_begin, tag.end - tag_begin));
        ++out_.tags;
        const bool nests = !is_one_of(name, kVoid) && !is_one_of(name, kSelfEnding);
        if (nests && depth_ >= most_depth_) {
            ++open_[tag.lower_name].dropped;
            out_.html += ' ';
            return;
        }
        if (nests && name != "title") {
            ++open_[tag.lower_name].kept;
            ++depth_;
        }
        out_.html.append("<").append(tag.name).append(kept).append(">");
        if (name == "title") copy_raw(name);
    }

    void take_end_tag() {
        const TagToken tag = read_tag(at_ + 2, nullptr);
        at_ = tag.end;
        if (!tag.closed || is_one_of(std::string_view(tag.lower_name), kIgnored)) return;
        const std::string_view name = tag.lower_name;
        if (!is_one_of(name, kVoid) && !is_one_of(name, kSelfEnding)) {
            const auto found = open_.find(tag.lower_name);
            if (found == open_.end()) return;      // closes nothing
            if (found->second.dropped > 0) {
                --found->second.dropped;
                out_.html += ' ';
                return;
            }
            if (found->second.kept == 0) return;
            --found->second.kept;
            --depth_;
        }
        out_.html.append("</").append(tag.name).append(">");
    }

    // To the drawing's end, if it has one.
    void skip_drawing() {
        if (no_more_drawing_ends_) return;
        const std::size_t end = find_raw_end("svg");
        no_more_drawing_ends_ = end == source_.size();
        if (!no_more_drawing_ends_) at_ = end;
    }

    // The end of a raw text element from here on: the place of its end tag, or of the end of the source.
    [[nodiscard]] std::size_t find_raw_end(std::string_view name) const {
        std::size_t at = at_;
        for (; (at = source_.find("</", at)) != std::string_view::npos; at += 2)
            if (closes(at, name)) return at;
        return source_.size();
    }

    // A script may hold a comment that holds a script (13.2.5.15 and on: "script data double escaped").
    [[nodiscard]] std::size_t find_script_end() const {
        enum { plain, escaped, twice } state = plain;
        for (std::size_t at = at_; at < source_.size(); ++at) {
            const char c = source_[at];
            if (c == '<') {
                if (state == plain && follows(at, "<!--")) {
                    state = escaped;
                    at += 3;
                } else if (state == escaped && follows(at, "<script")) {
                    state = twice;
                } else if (closes(at, "script")) {
                    if (state != twice) return at;
                    state = escaped;
                }
            } else if (c == '-' && state != plain && follows(at, "-->")) {
                state = plain;
            }
            if (state == plain) {                  // most of all bytes: to the next mark at once
                const auto next = source_.find('<', at + 1);
                if (next == std::string_view::npos) return source_.size();
                at = next - 1;
            }
        }
        return source_.size();
    }

    void skip_raw(std::string_view name, std::string_view tag) {
        const bool script = name == "script";
        const std::size_t end = script ? find_script_end() : find_raw_end(name);
        if (script && is_structured(tag)) out_.structured.emplace_back(source_.substr(at_, end - at_));
        at_ = end;
        if (at_ < source_.size()) skip_behind(">", 0);
    }

    static bool is_structured(std::string_view tag) {
        constexpr std::string_view kType = "ld+json";
        return std::search(tag.begin(), tag.end(), kType.begin(), kType.end(), [](char a, char b) { return lower(a) == b; }) != tag.end();
    }

    void copy_raw(std::string_view name) {
        const std::size_t end = find_raw_end(name);
        out_.html.append(source_, at_, end - at_).append("</").append(name).append(">");
        at_ = end;
        if (at_ < source_.size()) skip_behind(">", 0);
    }

    std::string_view source_;
    std::size_t at_ = 0;
    HtmlSource out_;
    struct Open {
        std::uint32_t kept = 0, dropped = 0;
    };
    boost::unordered_flat_map<std::string, Open> open_;              // elements by name: an end tag counts only where its element is open
    std::uint32_t most_depth_, most_tags_, depth_ = 0;
    bool no_more_drawing_ends_ = false;
};

}  // namespace

HtmlSource slim_html(std::string_view utf8, std::uint32_t depth, std::uint32_t tags) { return Slimmer(utf8, depth, tags).run(); }

}  // namespace firsthand::read
