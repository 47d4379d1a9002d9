// Words keep inner hyphens and apostrophes ("al-Jubeir", "isn’t"); a possessive 's is a token of its own; "U.S." is one
// word, "Mr." two tokens; '' and `` are one quotation mark. Invisible characters (soft hyphens, zero-width, bidi) are as if they
// were not there: inside a token they stay in its span, around it they do not. Tested by annotate_test.cc.
#include "annotate/annotate.h"
#include "base/hash.h"
#include "base/utf8.h"

namespace firsthand::annotate {

namespace {

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC; }
bool is_quote(char32_t c) {
    return c == '"' || c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A || c == 0x300C || c == 0x300D;
}
bool is_word_point(char32_t c) { return base::is_letter(c) || base::is_digit(c); }

// One paragraph's reader: a cursor over its visible code points. Each counts the invisible ones behind it as its own.
class Cursor {
  public:
    Cursor(std::string_view text, ByteSpan span) : text_(text.substr(0, span.end)), at_(span.begin) { at_ += invisible(at_); }
    [[nodiscard]] bool done() const { return at_ >= text_.size(); }
    [[nodiscard]] std::uint32_t at() const { return at_; }
    [[nodiscard]] base::Decoded here() const { return peek(at_); }
    [[nodiscard]] base::Decoded peek(std::uint32_t at) const {
        if (at >= text_.size()) return {0, 0};
        base::Decoded d = base::decode(text_, at);
        if (may_be_invisible(at + d.size)) d.size += invisible(at + d.size);
        return d;
    }
    // Without the invisible ones at its end.
    [[nodiscard]] std::uint32_t end_of_visible(std::uint32_t end) const {
        for (std::uint32_t last = end; last > at_;) {
            if (static_cast<unsigned char>(text_[last - 1]) < 0x80) break;
            do --last;
            while (last > at_ && (static_cast<unsigned char>(text_[last]) & 0xC0U) == 0x80U);
            if (!base::is_invisible(base::decode(text_, last).point)) break;
            end = last;
        }
        return end;
    }
    void move_to(std::uint32_t at) { at_ = at; }

  private:
    [[nodiscard]] bool may_be_invisible(std::uint32_t at) const { return at < text_.size() && static_cast<unsigned char>(text_[at]) >= 0xC2; }
    // Bytes of the invisible code points from `at` on.
    [[nodiscard]] std::uint32_t invisible(std::uint32_t at) const {
        std::uint32_t size = 0;
        while (may_be_invisible(at + size)) {
            const base::Decoded d = base::decode(text_, at + size);
            if (!base::is_invisible(d.point)) break;
            size += d.size;
        }
        return size;
    }

    std::string_view text_;
    std::uint32_t at_;
};

LetterCase letter_case(std::string_view word) {
    std::uint32_t upper = 0;
    std::uint32_t lower = 0;
    bool first_upper = false;
    for (std::size_t i = 0; i < word.size();) {
        const base::Decoded d = base::decode(word, i);
        if (base::is_letter(d.point) && !base::is_invisible(d.point)) {
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
        const base::Decoded stop = cursor.peek(at + letter.size);
        if (letter.size == 0 || !base::is_letter(letter.point) || stop.point != '.') break;
        at += letter.size + stop.size;
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
    std::uint32_t reached = 0;                     // the end of the last token, with what is invisible behind it
    const auto append = [&](std::uint32_t end, TokenKind kind) {
        Token token{cursor.at(), cursor.end_of_visible(end), 0, kind, LetterCase::none};
        reached = end;
        if (kind == TokenKind::word || kind == TokenKind::number) {
            const std::string_view word = text.substr(token.begin, token.end - token.begin);
            base::fold_word(word, folded);
            token.word = base::hash_word(folded);
            if (kind == TokenKind::word) token.letter_case = letter_case(word);
        }
        tokens.push_back(token);
        cursor.move_to(end);
    };
    while (!cursor.done()) {
        const base::Decoded d = cursor.here();
        if (base::is_space(d.point) || base::is_control(d.point)) {
            cursor.move_to(cursor.at() + d.size);
        } else if (is_word_point(d.point)) {
            bool numeric = false;
            const std::uint32_t initials = end_of_initials(cursor);
            const std::uint32_t end = initials != 0 ? initials : end_of_word(cursor, numeric);
            append(end, numeric && initials == 0 ? TokenKind::number : TokenKind::word);
        } else if (const base::Decoded next = cursor.peek(cursor.at() + d.size);
                   is_apostrophe(d.point) && !tokens.empty() && reached == cursor.at() && tokens.back().kind == TokenKind::word &&
                   (next.point == 's' || next.point == 'S') && !is_word_point(cursor.peek(cursor.at() + d.size + next.size).point)) {
            append(cursor.at() + d.size + next.size, TokenKind::word);   // 's
        } else if (is_quote(d.point)) {
            const bool twice = (d.point == '\'' || d.point == '`' || d.point == 0x2019 || d.point == 0x2018) && next.point == d.point;
            append(cursor.at() + d.size + (twice ? next.size : 0), TokenKind::quote);
        } else {
            append(cursor.at() + d.size, TokenKind::punctuation);
        }
    }
}

}  // namespace firsthand::annotate
