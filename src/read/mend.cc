// Mojibake: a run of characters beyond ASCII that all are windows-1252 bytes is read as bytes again. It counts as mojibake when
// these are valid UTF-8 throughout and what they say is likely in news: Latin letters, punctuation, currencies, emoji. One
// sequence of three bytes ("â€™") is proof, since nobody writes it; of the two-byte ones it takes two. Those that end in what may
// well stand behind a letter ("MANHÔ, a name and its quotation mark) prove nothing and follow the others, unless their first
// letter also stands by itself in the text. What goes wrong and what looks like it was learnt from the documentation and the
// test cases of ftfy (Robyn Speer). A repair halves its run, so that the number of rounds is at most logarithmic.
// Tested by mend_test.cc.
#include "read/mend.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <vector>

#include "base/utf8.h"

namespace firsthand::read {

namespace {

constexpr std::size_t kMostStray = 3;              // marks in order at either end of a run

// What windows-1252 has at 80-9F. 0: nothing, there Latin-1's control character is meant.
constexpr std::array<char32_t, 32> kHighMarks = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                 0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// The windows-1252 byte of a character beyond ASCII; 0 when it has none.
unsigned char to_byte(char32_t point) {
    if (point >= 0x80 && point <= 0xFF) return static_cast<unsigned char>(point);
    if (point < 0x80 || point > 0x2122) return 0;
    const auto* mark = std::find(kHighMarks.begin(), kHighMarks.end(), point);
    return mark == kHighMarks.end() ? 0 : static_cast<unsigned char>(0x80 + (mark - kHighMarks.begin()));
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

bool within(char32_t point, char32_t first, char32_t last) { return point >= first && point <= last; }

// Punctuation, currencies, trade marks, the byte order mark, emoji.
bool is_proof(char32_t point) {
    return within(point, 0x2010, 0x2064) || within(point, 0x20A0, 0x20CF) || within(point, 0x2100, 0x214F) || point == 0xFEFF || within(point, 0x1F000, 0x1FAFF);
}
bool is_plausible(char32_t point) {
    return within(point, 0x80, 0x17F) || point == 0x192 || point == 0x2C6 || point == 0x2DC || within(point, 0x2000, 0x206F) || within(point, 0x2190, 0x22FF) ||
           within(point, 0x25A0, 0x27BF) || within(point, 0xFB00, 0xFB06) || point == base::kReplacement || is_proof(point);
}
// May stand behind a capital letter: closing marks, dashes, signs.
bool may_follow_letter(unsigned char byte) {
    constexpr std::string_view kMarks = "\x85\x92\x94\x96\x97\x99\x9B\xA0\xA9\xAA\xAE\xB0\xB4\xB7\xB9\xBA\xBB";
    return kMarks.find(static_cast<char>(byte)) != std::string_view::npos;
}

// A run read as bytes.
struct Candidate {
    std::size_t begin = 0, end = 0;                // bytes of the text
    std::string meant;
    unsigned char doubtful = 0;                    // the first byte of a sequence that proves nothing; 0: none
    bool cut_mark = false;                         // ends in "â€", whose last byte was lost
};

class Round {
  public:
    explicit Round(std::string_view text) : text_(text) {
        for (std::size_t i = 0; i < text.size();) {
            const auto byte = static_cast<unsigned char>(text[i]);
            i = byte < 0xC2 || byte > 0xE2 ? i + 1 : read_run(i);
        }
    }

    // The text as it was meant; nothing where nothing is to be done.
    [[nodiscard]] std::optional<std::string> repair() const {
        constexpr std::size_t kProof = 2;
        if (evidence_ < kProof) return std::nullopt;
        std::string out;
        std::size_t at = 0;
        for (const Candidate& candidate : candidates_) {
            if (candidate.doubtful != 0 && alone_[candidate.doubtful]) continue;
            if (candidate.cut_mark && !opens_) continue;
            out.append(text_.substr(at, candidate.begin - at)).append(candidate.meant);
            at = candidate.end;
        }
        if (at == 0) return std::nullopt;
        return out.append(text_.substr(at));
    }

  private:
    // Reads the run that begins at `begin`, if one does; where to go on.
    std::size_t read_run(std::size_t begin) {
        bytes_.clear();
        ends_.assign(1, begin);
        std::size_t at = begin;
        for (base::Decoded d = base::decode(text_, at); at < text_.size(); d = base::decode(text_, at)) {
            const unsigned char byte = d.valid ? to_byte(d.point) : 0;
            if (byte == 0) break;
            at += d.size;
            bytes_.push_back(static_cast<char>(byte));
            ends_.push_back(at);
        }
        if (bytes_.empty()) return begin + base::decode(text_, begin).size;
        if (!take_candidate())
            for (const char byte : bytes_) alone_[static_cast<unsigned char>(byte)] = true;
        return at;
    }

    bool take_candidate() {
        std::size_t from = 0;
        while (from < std::min(bytes_.size(), kMostStray) && is_continuation(bytes_[from])) ++from;
        Candidate candidate{ends_[from], 0, {}, 0, false};
        std::size_t evidence = 0, at = from;
        bool opens = false;
        while (at < bytes_.size()) {
            const base::Decoded d = base::decode(bytes_, at);
            if (std::string_view(bytes_).substr(at) == "\xE2\x80") {       // of the marks, only ” has a last byte that windows-1252 lacks
                candidate.cut_mark = true;
                base::append_utf8(candidate.meant, 0x201D);
                at += 2;
                break;
            }
            if (!d.valid || !is_plausible(d.point)) break;
            opens = opens || d.point == 0x201C;
            const std::size_t weight = weigh(at, d);
            if (weight == 0) candidate.doubtful = static_cast<unsigned char>(bytes_[at]);
            evidence += weight;
            candidate.meant.append(bytes_, at, d.size);
            at += d.size;
        }
        const std::string_view rest = std::string_view(bytes_).substr(at);
        if (at == from || rest.size() > kMostStray || !std::all_of(rest.begin(), rest.end(), is_continuation)) return false;
        candidate.end = ends_[at];
        if (candidate.cut_mark && text_.substr(candidate.end).starts_with("\xEF\xBF\xBD")) candidate.end += 3;     // what was put in its place
        evidence_ += evidence;
        opens_ = opens_ || opens;
        candidates_.push_back(std::move(candidate));
        return true;
    }

    // How much the sequence at `at` of the run proves: 2 is enough.
    [[nodiscard]] std::size_t weigh(std::size_t at, const base::Decoded& sequence) const {
        if (sequence.size > 2) return is_proof(sequence.point) ? 2 : 1;
        const char before = ends_[at] > 0 ? text_[ends_[at] - 1] : ' ';
        if (at == 0 && before >= 'a' && before <= 'z') return 2;      // a capital inside a word, and a sign behind it
        const std::size_t end = ends_[at + 2];
        const auto last = static_cast<unsigned char>(bytes_[at + 1]);
        if (may_follow_letter(last) && (last == 0xA0 || !base::is_letter(end < text_.size() ? base::decode(text_, end).point : 0))) return 0;
        return 1;
    }

    std::string_view text_;
    std::string bytes_;                            // of the run that is read
    std::vector<std::size_t> ends_;                // where its characters end in the text, its begin first
    std::vector<Candidate> candidates_;
    std::array<bool, 256> alone_{};                // characters, as bytes, that stand where they are no mojibake
    std::size_t evidence_ = 0;
    bool opens_ = false;                           // a “ was found
};

std::optional<std::string> repair_once(std::string_view text) {
    // All begins with a letter of U+00C2-U+00F4, and these with this byte.
    if (std::memchr(text.data(), 0xC3, text.size()) == nullptr) return std::nullopt;
    return Round(text).repair();
}

bool is_emoji(char32_t point) {
    const auto c = static_cast<UChar32>(point);
    return point == 0xFE0F || u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 || u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER) != 0;
}
// Arabic, Syriac, the scripts of India and its neighbours, Mongolian.
bool is_joined_letter(char32_t point) { return base::is_letter(point) && (within(point, 0x600, 0x1FFF) || within(point, 0x11000, 0x11FFF)); }

bool keeps_joiner(char32_t joiner, char32_t before, char32_t after) {
    if (is_joined_letter(before) && is_joined_letter(after)) return true;
    return joiner == 0x200D && is_emoji(before) && is_emoji(after);
}

}  // namespace

bool repair_mojibake(std::string& text) {
    bool changed = false;
    while (auto repaired = repair_once(text)) {
        text = std::move(*repaired);
        changed = true;
    }
    return changed;
}

bool has_mojibake(std::string_view text) { return repair_once(text).has_value(); }

void drop_invisible(std::string& text) {
    const auto is_plain = [](char c) { return (c >= ' ' && c < 0x7F) || c == '\n'; };
    const auto first = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_plain) - text.begin());
    if (first == text.size()) return;
    std::string out = text.substr(0, first);
    out.reserve(text.size());
    char32_t before = 0;
    for (std::size_t i = first; i < text.size();) {
        const base::Decoded d = base::decode(text, i);
        const std::size_t next = i + d.size;
        if (d.point == '\r' && next < text.size() && text[next] == '\n') {
            i = next;
            continue;
        }
        bool kept = !base::is_invisible(d.point) || (d.point == 0xFE0F && is_emoji(before));
        if (d.point == 0x200C || d.point == 0x200D) kept = next < text.size() && keeps_joiner(d.point, before, base::decode(text, next).point);
        if (d.point == 0x2028 || d.point == 0x2029) {
            out.push_back('\n');
        } else if (d.point != '\n' && (base::is_space(d.point) || (kept && d.point != 0x200C && d.point != 0x200D && base::is_control(d.point)))) {
            out.push_back(' ');
        } else if (kept) {
            out.append(text, i, d.size);
        }
        if (kept) before = d.point;
        i = next;
    }
    text = std::move(out);
}

}  // namespace firsthand::read
