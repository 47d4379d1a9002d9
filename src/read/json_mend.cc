// mend_texts is for archives whose texts are damaged, mend_structure for what stands in the script blocks of web pages. Neither
// decides what is JSON: the parser does, on what they hand back. Tested by json_ld_test.cc and json_test.cc.
#include "read/json_mend.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/bytes.h"

namespace firsthand::read {

namespace {

using base::is_digit;

constexpr std::size_t kDeepest = 64;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }
bool is_word(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+' || c == '.' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

int read_hex4(std::string_view text, std::size_t at) {
    if (at + 4 > text.size()) return -1;
    int value = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
        const char c = text[i];
        const int digit = is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value;
}

// -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
bool is_number(std::string_view word) {
    std::size_t at = 0;
    const auto digits = [&] {
        const std::size_t begin = at;
        while (at < word.size() && is_digit(word[at])) ++at;
        return at - begin;
    };
    if (word.starts_with('-')) ++at;
    const bool zero = at < word.size() && word[at] == '0';
    const std::size_t whole = digits();
    if (whole == 0 || (zero && whole > 1)) return false;
    if (at < word.size() && word[at] == '.') {
        ++at;
        if (digits() == 0) return false;
    }
    if (at < word.size() && (word[at] == 'e' || word[at] == 'E')) {
        ++at;
        if (at < word.size() && (word[at] == '+' || word[at] == '-')) ++at;
        if (digits() == 0) return false;
    }
    return at == word.size();
}

class Mender {
  public:
    explicit Mender(std::string_view json) : json_(json) { out_.reserve(json.size() + kPadding); }

    std::string run() {
        out_.push_back('[');
        while (at_ < json_.size() && open_.size() <= kDeepest) take();
        if (open_.size() > kDeepest) return {};
        while (!open_.empty()) close();
        out_ += ']';
        return std::move(out_);
    }

  private:
    enum class Last { open, comma, colon, value };

    [[nodiscard]] bool follows(std::string_view mark) const { return json_.substr(at_).starts_with(mark); }
    [[nodiscard]] std::size_t skip_blanks(std::size_t at) const {
        while (at < json_.size() && is_blank(json_[at])) ++at;
        return at;
    }

    void take() {
        for (const std::string_view mark : {"<!--", "-->", "<![CDATA[", "]]>"})
            if (follows(mark)) {
                at_ += mark.size();
                return;
            }
        const char c = json_[at_];
        if (follows("//")) return skip_behind("\n");
        if (follows("/*")) return skip_behind("*/");
        if (c == '"') return take_text();
        if (c == '{' || c == '[') {
            begin_value();
            open_.push_back(c);
            out_ += c;
            last_ = Last::open;
        } else if (c == '}' || c == ']') {
            take_close(c == '}' ? '{' : '[');
        } else if (c == ',') {
            end_value();
            if (last_ == Last::value) last_ = Last::comma;
        } else if (c == ':') {
            if (last_ == Last::value && key_) {
                out_ += ':';
                last_ = Last::colon;
            }
        } else if (is_word(c)) {
            return take_word();
        }
        ++at_;
    }

    void skip_behind(std::string_view mark) {
        const auto end = json_.find(mark, at_ + 2);
        at_ = end == std::string_view::npos ? json_.size() : end + mark.size();
    }

    // A comma is written when what it separates is there.
    void begin_value() {
        if (last_ == Last::comma || last_ == Last::value) {
            if (key_ && !open_.empty() && open_.back() == '{') out_ += ":null";     // a key without its value
            out_ += ',';
        }
        key_ = !open_.empty() && open_.back() == '{' && last_ != Last::colon;
        if (key_ && at_ < json_.size() && json_[at_] != '"' && !is_word(json_[at_])) {
            out_ += "\"\":";                       // an object or a list where a key should be
            key_ = false;
        }
    }

    void end_value() {
        if (last_ != Last::colon) return;
        out_ += "null";
        last_ = Last::value;
        key_ = false;
    }

    void close() {
        end_value();
        if (key_ && last_ != Last::open && open_.back() == '{') out_ += ":null";
        out_ += open_.back() == '{' ? '}' : ']';
        open_.pop_back();
        last_ = Last::value;
        key_ = false;
    }

    void take_close(char bracket) {
        if (std::find(open_.begin(), open_.end(), bracket) == open_.end()) return;
        while (open_.back() != bracket) close();
        close();
    }

    void take_word() {
        begin_value();
        const std::size_t begin = at_;
        while (at_ < json_.size() && is_word(json_[at_])) ++at_;
        const std::string_view word = json_.substr(begin, at_ - begin);
        if (!key_ && (word == "true" || word == "false" || word == "null" || is_number(word))) {
            out_.append(word);
        } else if (!key_ && (word == "undefined" || word == "NaN")) {
            out_ += "null";
        } else {
            out_.append("\"").append(word).append("\"");
        }
        last_ = Last::value;
    }

    // Does the quotation mark here end the text? Keys end at the first; values where something that may follow one follows.
    [[nodiscard]] bool ends_text(std::size_t mark) const {
        if (key_) return true;
        const std::size_t next = skip_blanks(mark + 1);
        if (next == json_.size()) return true;
        const char c = json_[next];
        if (c == '}' || c == ']' || c == ';') return true;
        if (c == '"') return json_.substr(mark, next - mark).find('\n') != std::string_view::npos;
        if (c != ',') return open_.empty();
        const std::size_t behind = skip_blanks(next + 1);
        if (behind == json_.size()) return true;
        const char d = json_[behind];
        if (open_.empty() || d == '"' || d == '}' || d == ']' || d == ',') return true;
        return open_.back() == '[' && (d == '{' || d == '[' || is_digit(d) || d == '-');
    }

    void take_text() {
        begin_value();
        out_ += '"';
        ++at_;
        for (; at_ < json_.size(); ++at_) {
            const char c = json_[at_];
            if (c == '"') {
                if (ends_text(at_)) break;
                out_ += "\\\"";
            } else if (c == '\\') {
                if (at_ + 1 == json_.size()) break;
                const char escaped = json_[++at_];
                const bool known = std::string_view("\"\\/bfnrt").find(escaped) != std::string_view::npos;
                if (known || (escaped == 'u' && read_hex4(json_, at_ + 1) >= 0)) out_ += '\\';
                out_ += escaped;
            } else {
                out_ += c;
            }
        }
        out_ += '"';
        ++at_;
        last_ = Last::value;
    }

    std::string_view json_;
    std::size_t at_ = 0;
    std::string out_;
    std::vector<char> open_;
    Last last_ = Last::open;
    bool key_ = false;                             // the last value is a key
};

}  // namespace

std::string mend_texts(std::string_view json, bool& replaced) {
    const std::string valid = base::repair_utf8(json, replaced);
    std::string out;
    out.reserve(valid.size() + kPadding);
    bool in_text = false;
    for (std::size_t i = 0; i < valid.size(); ++i) {
        const char c = valid[i];
        if (c == '"') in_text = !in_text;
        if (in_text && static_cast<unsigned char>(c) < 0x20) {
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
        } else if (in_text && c == '\\' && i + 1 < valid.size()) {
            const int unit = valid[i + 1] == 'u' ? read_hex4(valid, i + 2) : -1;
            const bool high = unit >= 0xD800 && unit < 0xDC00, low = unit >= 0xDC00 && unit < 0xE000;
            const int next = high && valid.substr(i + 6, 2) == "\\u" ? read_hex4(valid, i + 8) : -1;
            if (high && next >= 0xDC00 && next < 0xE000) {
                out.append(valid, i, 12);
                i += 11;
            } else if (high || low) {
                out += "\\ufffd";
                replaced = true;
                i += 5;
            } else {
                out.append(valid, i, 2);
                ++i;
            }
        } else {
            out.push_back(c);
        }
    }
    return out;
}

std::string mend_structure(std::string_view json) { return Mender(json).run(); }

}  // namespace firsthand::read
