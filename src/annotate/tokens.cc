// Words keep inner hyphens and apostrophes ("al-Jubeir", "isn’t"); a possessive 's is a token of its own; "U.S." is one
// word, "Mr." two tokens; '' and `` are one quotation mark. Tested by annotate_test.cc.
#include "annotate/annotate.h"
#include "base/hash.h"
#include "base/utf8.h"

namespace firsthand::annotate {

namespace {

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC; }
bool is_quote(char32_t c) {
    return c == '"' || c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A || c == 0x300C || c == 0x300D;
}
bool is_word_point(char32_t c) { return base::is_letter(c) || base::is_digit(c) || c == 0x00AD || c == 0x200B; }

// One paragraph's reader: a cursor over its code points.
class Cursor {
  public:
    Cursor(std::string_view text, ByteSpan span) : text_(text.substr(0, span.end)), at_(span.begin) {}
    [[nodiscard]] bool done() const { return at_ >= text_.size(); }
    [[nodiscard]] std::uint32_t at() const { return at_; }
    [[nodiscard]] base::Decoded here() const { return peek(at_); }
    [[nodiscard]] base::Decoded peek(std::uint32_t at) const {
        if (at >= text_.size()) return {0, 0};
        const auto byte = static_cast<unsigned char>(text_[at]);
        return byte < 0x80 ? base::Decoded{byte, 1} : base::decode(text_, at);
    }
    void move_to(std::uint32_t at) { at_ = at; }

  private:
    std::string_view text_;
    std::uint32_t at_;
};

LetterCase letter_case(std::string_view word) {
    std::uint32_t upper = 0;
    std::uint32_t lower = 0;
    bool first_upper = false;
    for (std::size_t i = 0; i < word.size();) {
        const base::Decoded d = base::decode(word, i);
        if (base::is_letter(d.point)) {
            const bool is_upper = base::is_upper(d.point);
            if (upper + lower == 0) first_upper = is_upper;
            (is_upper ? upper : lower) += 1;
        }
        i += d.size;
    }
    if (upper + lower == 0) return LetterCase::none;
    if (upper == 0) return LetterCase::lower;
    if (lower == 0) return upper == 1 ? LetterCase::title : LetterCase::upper;
    return first_upper && upper == 1 ? LetterCase::title : LetterCase::mixed;
}

// "U.S.", "a.m.", "J.K.": single letters, each with its full stop, two of them or more. 0 when there is none.
std::uint32_t end_of_initials(const Cursor& cursor) {
    std::uint32_t at = cursor.at();
    std::uint32_t pairs = 0;
    for (;;) {
        const base::Decoded letter = cursor.peek(at);
        if (letter.size == 0 || !base::is_letter(letter.point) || cursor.peek(at + letter.size).point != '.') break;
        at += letter.size + 1;
        ++pairs;
    }
    return pairs >= 2 && !base::is_letter(cursor.peek(at).point) ? at : 0;
}

// Runs over letters and digits, with a joiner only between two of them. `numeric`: no letter in it.
std::uint32_t end_of_word(const Cursor& cursor, bool& numeric) {
    std::uint32_t at = cursor.at();
    numeric = true;
    bool last_digit = false;
    for (;;) {
        const base::Decoded d = cursor.peek(at);
        if (d.size == 0) break;
        if (is_word_point(d.point)) {
            last_digit = base::is_digit(d.point);
            numeric = numeric && last_digit;
            at += d.size;
            continue;
        }
        const base::Decoded next = cursor.peek(at + d.size);
        if (next.size == 0 || !is_word_point(next.point)) break;
        const bool number_joiner = last_digit && base::is_digit(next.point) && (d.point == '.' || d.point == ',' || d.point == ':' || d.point == '/');
        if (is_apostrophe(d.point)) {
            const base::Decoded after = cursor.peek(at + d.size + next.size);
            if ((next.point == 's' || next.point == 'S') && !is_word_point(after.point)) break;   // a possessive, or "it's"
        } else if (d.point != '-' && d.point != 0x2010 && d.point != 0x2011 && d.point != '&' && !number_joiner) {
            break;
        }
        at += d.size;
    }
    return at;
}

}  // namespace

void append_tokens(std::string_view text, ByteSpan paragraph, std::vector<Token>& tokens) {
    Cursor cursor(text, paragraph);
    std::string folded;
    const auto append = [&](std::uint32_t end, TokenKind kind) {
        Token token{cursor.at(), end, 0, kind, LetterCase::none};
        if (kind == TokenKind::word || kind == TokenKind::number) {
            const std::string_view word = text.substr(token.begin, end - token.begin);
            base::fold_word(word, folded);
            token.word = base::hash_word(folded);
            if (kind == TokenKind::word) token.letter_case = letter_case(word);
        }
        tokens.push_back(token);
        cursor.move_to(end);
    };
    while (!cursor.done()) {
        const base::Decoded d = cursor.here();
        if (base::is_space(d.point) || base::is_control(d.point) || d.point == 0x00AD) {
            cursor.move_to(cursor.at() + d.size);
        } else if (is_word_point(d.point)) {
            bool numeric = false;
            const std::uint32_t initials = end_of_initials(cursor);
            const std::uint32_t end = initials != 0 ? initials : end_of_word(cursor, numeric);
            append(end, numeric && initials == 0 ? TokenKind::number : TokenKind::word);
        } else if (is_apostrophe(d.point) && !tokens.empty() && tokens.back().end == cursor.at() && tokens.back().kind == TokenKind::word &&
                   (cursor.peek(cursor.at() + d.size).point == 's' || cursor.peek(cursor.at() + d.size).point == 'S') &&
                   !is_word_point(cursor.peek(cursor.at() + d.size + 1).point)) {
            append(cursor.at() + d.size + 1, TokenKind::word);   // 's
        } else if (is_quote(d.point)) {
            const base::Decoded next = cursor.peek(cursor.at() + d.size);
            const bool twice = (d.point == '\'' || d.point == '`' || d.point == 0x2019 || d.point == 0x2018) && next.point == d.point;
            append(cursor.at() + d.size * (twice ? 2 : 1), TokenKind::quote);
        } else {
            append(cursor.at() + d.size, TokenKind::punctuation);
        }
    }
}

}  // namespace firsthand::annotate
