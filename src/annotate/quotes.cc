// Quotation marks, paired paragraph by paragraph with a stack.
//
// A mark opens or closes by its shape (curly marks, guillemets) and by its place (blank or bracket before it: opens; word or
// stop before it and a blank behind it: closes). Straight marks that could be either go by what is open. Single marks only
// open a quotation when the paragraph also closes it, because most of them are apostrophes.
// A quotation that its paragraph leaves open runs on when the next paragraph opens with a mark again (it `continues`).
// Tested by annotate_test.cc.
#include <algorithm>

#include "annotate/annotate.h"
#include "base/utf8.h"

namespace firsthand::annotate {

namespace {

enum class Family : std::uint8_t { doubled, single, guillemet };
enum class Turn : std::uint8_t { opens, closes, either, neither };

constexpr std::size_t kLookAhead = 64;             // marks: keeps hostile paragraphs linear

struct Mark {
    std::uint32_t token = 0;
    Family family = Family::doubled;
    Turn turn = Turn::either;
};

struct Open {
    std::size_t quotation = 0;                     // index in the result
    Family family = Family::doubled;
};

bool opens_after(char32_t before) {
    return before == 0 || base::is_space(before) || before == '(' || before == '[' || before == '{' || before == '-' || before == '/' || before == 0x2013 || before == 0x2014 ||
           before == 0x2026;
}
bool closes_before(char32_t after) {
    return after == 0 || base::is_space(after) || after == ')' || after == ']' || after == ',' || after == '.' || after == ';' || after == ':' || after == '!' || after == '?' ||
           after == '-' || after == 0x2013 || after == 0x2014 || after == 0x2026;
}
bool is_quote_point(char32_t c) { return c == '"' || c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB; }

// Reads the marks of one text.
class Marks {
  public:
    Marks(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

    [[nodiscard]] Mark read(std::uint32_t index) const {
        const Token& token = tokens_[index];
        const char32_t c = base::decode(text_, token.begin).point;
        const bool twice = token.end - token.begin > base::decode(text_, token.begin).size;
        const char32_t before = neighbour(token.begin, false);
        const char32_t after = neighbour(token.end, true);
        const bool may_open = opens_after(before) && !base::is_space(after) && after != 0;
        const bool may_close = !opens_after(before) && (closes_before(after) || after == '\'');
        Mark mark{index, Family::doubled, Turn::either};
        if (c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A) {
            mark.family = Family::guillemet;
            mark.turn = c == 0xAB || c == 0x2039 ? Turn::opens : Turn::closes;
        } else if (c == 0x201C || c == 0x201E || c == 0x201F || (twice && (c == '`' || c == 0x2018))) {
            mark.turn = may_close && !may_open ? Turn::either : Turn::opens;      // “ turned the wrong way
        } else if (c == 0x201D || (twice && c == 0x2019)) {
            mark.turn = may_open && !may_close ? Turn::either : Turn::closes;
        } else if (c == '"' || (twice && c == '\'')) {
            mark.turn = may_open == may_close ? Turn::either : may_open ? Turn::opens : Turn::closes;
        } else {
            mark.family = Family::single;
            if (c == 0x2018 || c == '`') {
                mark.turn = may_open ? Turn::opens : may_close ? Turn::closes : Turn::neither;
            } else {
                mark.turn = may_open ? Turn::opens : may_close ? Turn::closes : Turn::neither;
                if (c == 0x2019 && mark.turn == Turn::opens) mark.turn = Turn::neither;   // ’tis
            }
            if (mark.turn == Turn::opens && base::is_digit(after)) mark.turn = Turn::neither;   // '90s
        }
        return mark;
    }

  private:
    // The code point before or behind a mark; other quotation marks are looked through, so that "'x'" works, and what is invisible.
    [[nodiscard]] char32_t neighbour(std::uint32_t at, bool behind) const {
        for (int looked_through = 0;;) {
            if (behind) {
                if (at >= text_.size()) return 0;
                const base::Decoded d = base::decode(text_, at);
                if (stands_there(d.point, looked_through)) return d.point;
                at += d.size;
            } else {
                if (at == 0) return 0;
                std::uint32_t begin = at - 1;
                while (begin > 0 && (static_cast<unsigned char>(text_[begin]) & 0xC0U) == 0x80U) --begin;
                const base::Decoded d = base::decode(text_, begin);
                if (stands_there(d.point, looked_through)) return d.point;
                at = begin;
            }
        }
    }
    static bool stands_there(char32_t point, int& looked_through) {
        if (base::is_invisible(point)) return false;
        return !is_quote_point(point) || looked_through++ == 4;
    }

    std::string_view text_;
    const std::vector<Token>& tokens_;
};

class Pairing {
  public:
    Pairing(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens), marks_(text, tokens) {}

    void read_paragraph(TokenSpan paragraph) {
        marks_of_paragraph_.clear();
        first_of_paragraph_ = found_.size();
        for (std::uint32_t i = paragraph.begin; i < paragraph.end; ++i)
            if (tokens_[i].kind == TokenKind::quote) marks_of_paragraph_.push_back(marks_.read(i));
        const bool ran_on = ran_on_;
        ran_on_ = false;
        if (marks_of_paragraph_.empty()) return;
        bool continues = ran_on && marks_of_paragraph_.front().token == paragraph.begin && marks_of_paragraph_.front().turn != Turn::closes;
        stack_.clear();
        if (ran_on && !continues && closes_first()) {           // runs on without a mark at the paragraph's begin
            push(paragraph.begin, paragraph.begin, Family::doubled);
            found_.back().continues = true;
        }
        for (std::size_t m = 0; m < marks_of_paragraph_.size(); ++m) {
            take(m);
            if (continues && m == 0 && !stack_.empty()) found_.back().continues = true;
            continues = false;
        }
        end_paragraph(paragraph);
    }

    [[nodiscard]] std::vector<Quotation> take_found() {
        std::sort(found_.begin(), found_.end(), [](const Quotation& a, const Quotation& b) { return a.span < b.span; });
        return std::move(found_);
    }

  private:
    [[nodiscard]] bool closes_first() const {
        for (const Mark& mark : marks_of_paragraph_) {
            if (mark.family == Family::single || mark.turn == Turn::neither) continue;
            return mark.turn == Turn::closes;
        }
        return false;
    }
    [[nodiscard]] bool is_open(Family family) const {
        return std::any_of(stack_.begin(), stack_.end(), [&](const Open& open) { return open.family == family; });
    }
    [[nodiscard]] bool closes_later(std::size_t from, Family family) const {
        const std::size_t end = std::min(marks_of_paragraph_.size(), from + kLookAhead);
        for (std::size_t m = from + 1; m < end; ++m)
            if (marks_of_paragraph_[m].family == family && (marks_of_paragraph_[m].turn == Turn::closes || marks_of_paragraph_[m].turn == Turn::either)) return true;
        return false;
    }
    // Does a second quotation of the family close behind this mark before the next one opens twice? Tells nesting from a lost mark.
    [[nodiscard]] bool nests(std::size_t at, Family family) const {
        int depth = 2;
        const std::size_t end = std::min(marks_of_paragraph_.size(), at + kLookAhead);
        for (std::size_t m = at + 1; m < end; ++m) {
            if (marks_of_paragraph_[m].family != family) continue;
            if (marks_of_paragraph_[m].turn == Turn::opens) ++depth;
            if (marks_of_paragraph_[m].turn == Turn::closes && --depth == 0) return true;
        }
        return false;
    }

    void take(std::size_t m) {
        const Mark& mark = marks_of_paragraph_[m];
        if (mark.turn == Turn::neither) return;
        const bool open_now = is_open(mark.family);
        Turn turn = mark.turn;
        if (turn == Turn::either) turn = open_now ? Turn::closes : Turn::opens;
        if (turn == Turn::opens && mark.family == Family::single && (open_now || !closes_later(m, Family::single))) return;
        if (turn == Turn::opens) {
            if (open_now && !nests(m, mark.family)) close_down_to(mark.family, tokens_[mark.token].begin, tokens_[mark.token].begin, mark.token, false);
            push(mark.token, mark.token + 1, mark.family);
        } else if (open_now) {
            close_down_to(mark.family, tokens_[mark.token].begin, tokens_[mark.token].end, mark.token, true);
        }
    }

    void push(std::uint32_t mark, std::uint32_t inside, Family family) {
        Quotation quotation;
        quotation.span.begin = tokens_[mark].begin;
        quotation.inside.begin = mark == inside ? tokens_[mark].begin : tokens_[mark].end;
        quotation.tokens.begin = inside;
        quotation.depth = static_cast<std::uint32_t>(stack_.size());
        stack_.push_back({found_.size(), family});
        found_.push_back(quotation);
    }

    // Ends the innermost open quotation of the family and what is still open inside it.
    void close_down_to(Family family, std::uint32_t inside_end, std::uint32_t span_end, std::uint32_t token, bool closed) {
        while (!stack_.empty()) {
            const Open open = stack_.back();
            stack_.pop_back();
            const bool right = open.family == family;
            finish(found_[open.quotation], inside_end, right ? span_end : inside_end, token, closed && right);
            if (right) return;
        }
    }

    void finish(Quotation& quotation, std::uint32_t inside_end, std::uint32_t span_end, std::uint32_t token, bool closed) {
        if (!closed) {                                          // back to the last word: no blank before the next mark
            const std::uint32_t last = token == quotation.tokens.begin ? quotation.inside.begin : tokens_[token - 1].end;
            inside_end = span_end = std::min(inside_end, std::max(last, quotation.inside.begin));
        }
        quotation.inside.end = std::max(inside_end, quotation.inside.begin);
        quotation.span.end = std::max(span_end, quotation.inside.end);
        quotation.tokens.end = token;
        quotation.closed = closed;
    }

    void end_paragraph(TokenSpan paragraph) {
        const std::uint32_t end = tokens_[paragraph.end - 1].end;
        while (!stack_.empty()) {
            const Open open = stack_.back();
            stack_.pop_back();
            ran_on_ = ran_on_ || open.family != Family::single;
            finish(found_[open.quotation], end, end, paragraph.end, false);
        }
        const auto first = found_.begin() + static_cast<std::ptrdiff_t>(first_of_paragraph_);
        found_.erase(std::remove_if(first, found_.end(), [](const Quotation& quotation) { return quotation.tokens.empty(); }), found_.end());
    }

    std::string_view text_;
    const std::vector<Token>& tokens_;
    Marks marks_;
    std::vector<Mark> marks_of_paragraph_;
    std::vector<Open> stack_;
    std::vector<Quotation> found_;
    std::size_t first_of_paragraph_ = 0;
    bool ran_on_ = false;                                       // the paragraph before left a quotation open
};

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text, const std::vector<Token>& tokens, const std::vector<TokenSpan>& paragraphs) {
    Pairing pairing(text, tokens);
    for (const TokenSpan paragraph : paragraphs) pairing.read_paragraph(paragraph);
    return pairing.take_found();
}

}  // namespace firsthand::annotate
