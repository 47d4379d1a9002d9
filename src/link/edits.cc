// Edits are the gaps of a word alignment (longest common subsequence; forms of one word face each other), typed by the words
// that were lost or added. A rarer kind goes first: a lost "not" in a short change is a negation. Tested by edits_test.cc, and on
// labelled pairs by tests/stages/edits_test.cc.
#include "link/edits.h"

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"
#include "lexicon/document_frequency.h"
#include "lexicon/inflections.h"
#include "lexicon/people.h"
#include "lexicon/words.h"
#include "link/align.h"

namespace firsthand::link {

namespace {

constexpr std::size_t kMostAlignedWords = 1500;    // beyond, only the common ends are aligned

const lexicon::WordSet& negations() {
    static const lexicon::WordSet set(
        "not no never none nobody nothing neither nor nowhere without hardly ain't denies denied deny");
    return set;
}

const lexicon::WordSet& hedges() {
    static const lexicon::WordSet set(
        "may might maybe perhaps possibly probably likely unlikely apparently allegedly reportedly supposedly seemingly presumably could seems seem seemed "
        "appears appear appeared suggests suggest suggested believe believes think thinks guess suppose supposed looks sounds somewhat arguably almost nearly roughly");
    return set;
}

const lexicon::WordSet& number_words() {
    static const lexicon::WordSet set(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty "
        "seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens twice");
    return set;
}

std::vector<std::uint32_t> list_words(const Rendering& rendering, std::uint32_t SpokenWord::*word = &SpokenWord::word) {
    std::vector<std::uint32_t> words;
    for (const SpokenWord& spoken : rendering.words) words.push_back(spoken.*word);
    return words;
}

std::ptrdiff_t count_words(const Rendering& rendering, TokenSpan span, const lexicon::WordSet& set) {
    return std::count_if(rendering.words.begin() + span.begin, rendering.words.begin() + span.end, [&](const SpokenWord& word) { return set.contains(word.word); });
}

// Numbers, or capitalised words, of a span, as a sorted list.
template <typename Test>
std::vector<std::uint32_t> list_words_if(const Rendering& rendering, TokenSpan span, Test test) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = span.begin; i < span.end; ++i)
        if (test(rendering.words[i])) found.push_back(rendering.words[i].word);
    std::sort(found.begin(), found.end());
    return found;
}

constexpr std::uint32_t kNear = 6;                 // bytes between words with nothing but marks between them

// The bytes from the first to the last word; where other words stand between (a cue), the pieces joined by "…".
std::string quote_words(const Rendering& rendering, TokenSpan span) {
    std::string quoted;
    for (std::uint32_t begin = span.begin; begin < span.end;) {
        std::uint32_t end = begin + 1;
        const auto near = [&](std::uint32_t i) { return rendering.words[i].span.begin <= rendering.words[i - 1].span.end + kNear; };
        while (end < span.end && near(end)) ++end;
        if (!quoted.empty()) quoted += " … ";
        quoted += slice(rendering.text, {rendering.words[begin].span.begin, rendering.words[end - 1].span.end});
        begin = end;
    }
    return quoted;
}

constexpr std::uint32_t kLongEnd = 4, kLongPiece = 5;   // words that are left out or put in, at an end and inside: what is in them turns nothing round that stays
constexpr std::uint32_t kShortStand = 2;           // words that may stand for the last of many
constexpr std::uint32_t kManyTimes = 3;            // words for one: the one does not stand for the others

class Typing {
  public:
    Typing(const Rendering& from, const Rendering& to)
        : from_(from), to_(to), from_stems_(list_words(from, &SpokenWord::stem)), to_stems_(list_words(to, &SpokenWord::stem)) {}

    std::vector<Edit> run() {
        for (const Change& change : find_changes(from_, to_)) split_by_stem(change);
        pair_moves();
        std::vector<Edit> edits;
        for (const auto& [change, kind] : typed_) {
            const Change shown = kind == EditKind::order ? change : widen(change);
            edits.push_back({0, 0, kind, quote_words(from_, shown.from), quote_words(to_, shown.to)});
        }
        return edits;
    }

  private:
    struct Typed {
        Change change;
        EditKind kind = EditKind::wording;
    };

    // To whole contractions: the words before a part that changed are the same in both.
    [[nodiscard]] Change widen(Change change) const {
        const auto in_one = [](const Rendering& rendering, std::uint32_t i) { return i > 0 && i < rendering.words.size() && rendering.words[i].span == rendering.words[i - 1].span; };
        while (change.from.begin > 0 && change.to.begin > 0 && (in_one(from_, change.from.begin) || in_one(to_, change.to.begin))) {
            --change.from.begin;
            --change.to.begin;
        }
        while (change.from.end < from_.words.size() && change.to.end < to_.words.size() && (in_one(from_, change.from.end) || in_one(to_, change.to.end))) {
            ++change.from.end;
            ++change.to.end;
        }
        return change;
    }

    // Forms of one word face each other, and part what is around them.
    void split_by_stem(const Change& change) {
        if (change.from.size() > kMostAlignedWords || change.to.size() > kMostAlignedWords) return type(change);
        Change rest{change.from, change.to};
        const auto a = std::span(from_stems_).subspan(change.from.begin, change.from.size()), b = std::span(to_stems_).subspan(change.to.begin, change.to.size());
        for (const Block& block : align_words(a, b)) {
            for (std::uint32_t i = 0; i < block.length; ++i) {
                const std::uint32_t in_a = change.from.begin + block.a + i, in_b = change.to.begin + block.b + i;
                if (in_a > rest.from.begin || in_b > rest.to.begin) type({{rest.from.begin, in_a}, {rest.to.begin, in_b}});
                if (from_.words[in_a].word != to_.words[in_b].word) type({{in_a, in_a + 1}, {in_b, in_b + 1}});
                rest.from.begin = in_a + 1;
                rest.to.begin = in_b + 1;
            }
        }
        if (!rest.from.empty() || !rest.to.empty()) type(rest);
    }

    // A number for a number, and what is around them.
    [[nodiscard]] bool split_by_number(const Change& change) {
        const auto find = [](const Rendering& rendering, TokenSpan span) {
            std::uint32_t at = kNone;
            for (std::uint32_t i = span.begin; i < span.end; ++i)
                if (is_number(rendering.words[i])) at = at == kNone ? i : span.end;
            return at;                                          // span.end: several
        };
        const std::uint32_t a = find(from_, change.from), b = find(to_, change.to);
        if (a == kNone || b == kNone || a == change.from.end || b == change.to.end || change.from.size() + change.to.size() <= 2) return false;
        for (const Change& part : {Change{{change.from.begin, a}, {change.to.begin, b}}, Change{{a, a + 1}, {b, b + 1}}, Change{{a + 1, change.from.end}, {b + 1, change.to.end}}})
            if (!part.from.empty() || !part.to.empty()) type(part);
        return true;
    }

    void type(const Change& change) {
        if (split_by_number(change)) return;
        const bool start = change.from.begin == 0 && change.to.begin == 0, end = change.from.end == from_.words.size() && change.to.end == to_.words.size();
        const std::uint32_t lost = change.from.size(), won = change.to.size();
        if ((start || end) && lost >= kLongEnd && won > 0 && won <= kShortStand && lost >= kManyTimes * won && !joins(change.to)) {   // it stands for the words next to what stays
            const Change left_out = start ? Change{{change.from.begin, change.from.end - won}, {0, 0}} : Change{{change.from.begin + won, change.from.end}, {change.to.end, change.to.end}};
            const Change stands = start ? Change{{change.from.end - won, change.from.end}, change.to} : Change{{change.from.begin, change.from.begin + won}, change.to};
            typed_.push_back({left_out, EditKind::truncation});
            typed_.push_back({stands, find_kind(stands, false)});
            return;
        }
        // Much for little, or two long pieces at an end: something left out, and something else put in.
        const bool apart = lost > 0 && won > 0 && ((start || end) ? std::max(lost, won) >= kLongEnd && (std::min(lost, won) >= kLongEnd || std::max(lost, won) >= kManyTimes * std::min(lost, won))
                                                                  : std::max(lost, won) > kLongPiece && std::max(lost, won) >= kManyTimes * std::min(lost, won));
        if (apart) {
            const Change left_out{change.from, {change.to.begin, change.to.begin}}, put_in{{change.from.end, change.from.end}, change.to};
            typed_.push_back({left_out, find_kind(left_out, start || end)});
            typed_.push_back({put_in, find_kind(put_in, start || end)});
            return;
        }
        if (is_same_said(change)) return;
        typed_.push_back({change, find_kind(change, start || end)});
    }

    // Only words that lead on from the article's own: "that", "and".
    [[nodiscard]] bool joins(TokenSpan span) const {
        static const lexicon::WordSet kLeads("that and but so because since for as while who which when");
        return count_words(to_, span, kLeads) == static_cast<std::ptrdiff_t>(span.size());
    }

    // "it's" for "it is".
    [[nodiscard]] bool is_same_said(const Change& change) const {
        static const lexicon::WordSet kShort("'s"), kFull("is has");
        if (change.from.size() != 1 || change.to.size() != 1) return false;
        const std::uint32_t a = from_.words[change.from.begin].word, b = to_.words[change.to.begin].word;
        return (kShort.contains(a) && kFull.contains(b)) || (kFull.contains(a) && kShort.contains(b));
    }

    static bool is_number(const SpokenWord& word) { return word.number || number_words().contains(word.word); }

    [[nodiscard]] EditKind find_kind(const Change& change, bool at_end) const {
        const bool lost = change.to.empty(), won = change.from.empty();
        const EditKind plain = lost ? (at_end || is_marked_cut(change) ? EditKind::truncation : EditKind::deletion) : won ? (at_end ? EditKind::extension : EditKind::insertion) : EditKind::wording;
        if ((lost || won) && std::max(change.from.size(), change.to.size()) >= (at_end ? kLongEnd : kLongPiece)) return plain;
        const auto differ = [&](auto test) { return list_words_if(from_, change.from, test) != list_words_if(to_, change.to, test); };
        const auto count_differs = [&](const lexicon::WordSet& set) { return count_words(from_, change.from, set) != count_words(to_, change.to, set); };
        if (count_differs(negations())) return EditKind::negation;
        if (change.from.size() + change.to.size() > 2 ? !lost && !won && differ(is_number) : differ(is_number)) return EditKind::number;
        if (differ([](const SpokenWord& word) { return word.name; })) return EditKind::name;
        if (differ([](const SpokenWord& word) { return hedges().contains(word.word); })) return EditKind::hedge;
        if (is_tense(change)) return EditKind::tense;
        static const lexicon::WordSet kPossessive("'s");
        const auto is_possessive = [&](const Rendering& rendering, TokenSpan span) { return span.size() == 1 && kPossessive.contains(rendering.words[span.begin].word); };
        if (is_possessive(from_, change.from) || is_possessive(to_, change.to)) return EditKind::wording;
        return plain;
    }

    // Forms of one verb, or only words that say when and how.
    [[nodiscard]] bool is_tense(const Change& change) const {
        const auto bare = [](const Rendering& rendering, TokenSpan span) {
            std::vector<std::uint32_t> stems;
            for (std::uint32_t i = span.begin; i < span.end; ++i)
                if (!lexicon::is_auxiliary(rendering.words[i].word)) stems.push_back(rendering.words[i].stem);
            return stems;
        };
        const auto any_marked = [](const Rendering& rendering, TokenSpan span) {
            return std::any_of(rendering.words.begin() + span.begin, rendering.words.begin() + span.end, [](const SpokenWord& word) { return word.marked || lexicon::is_auxiliary(word.word); });
        };
        return bare(from_, change.from) == bare(to_, change.to) && (any_marked(from_, change.from) || any_marked(to_, change.to));
    }

    // Three dots where the words stood.
    [[nodiscard]] bool is_marked_cut(const Change& change) const {
        if (change.to.begin == 0 || change.to.begin >= to_.words.size()) return false;
        const ByteSpan between{to_.words[change.to.begin - 1].span.end, to_.words[change.to.begin].span.begin};
        const std::string_view marks = slice(to_.text, between);
        return between.size() <= 2 * kNear && (marks.find("…") != std::string_view::npos || marks.find("...") != std::string_view::npos || marks.find(". .") != std::string_view::npos);
    }

    // What is left out here and put in there, word for word but for an "and", has moved.
    void pair_moves() {
        static const lexicon::WordSet kJoining("and or");
        const auto words = [](const Rendering& rendering, TokenSpan span) {
            std::vector<std::uint32_t> all;
            for (std::uint32_t i = span.begin; i < span.end; ++i)
                if (!kJoining.contains(rendering.words[i].word)) all.push_back(rendering.words[i].word);
            return all;
        };
        for (std::size_t i = 0; i < typed_.size(); ++i) {
            if (!typed_[i].change.to.empty()) continue;
            const std::vector<std::uint32_t> moved = words(from_, typed_[i].change.from);
            if (moved.empty()) continue;
            for (std::size_t j = 0; j < typed_.size(); ++j) {
                if (!typed_[j].change.from.empty() || typed_[j].change.to.empty() || words(to_, typed_[j].change.to) != moved) continue;
                typed_[i] = {{typed_[i].change.from, typed_[j].change.to}, EditKind::order};
                typed_.erase(typed_.begin() + static_cast<std::ptrdiff_t>(j));
                if (j < i) --i;
                break;
            }
        }
    }

    const Rendering& from_;
    const Rendering& to_;
    const std::vector<std::uint32_t> from_stems_, to_stems_;
    std::vector<Typed> typed_;
};

bool is_capital(LetterCase letters) { return letters == LetterCase::title || letters == LetterCase::upper || letters == LetterCase::mixed; }

// "29th" is "29".
std::string_view without_ordinal(std::string_view word) {
    const bool ordinal = word.size() > 2 && (word.ends_with("st") || word.ends_with("nd") || word.ends_with("rd") || word.ends_with("th"));
    const std::string_view digits = word.substr(0, word.size() - (ordinal ? 2 : 0));
    return ordinal && digits.find_first_not_of("0123456789") == std::string_view::npos ? digits : word;
}

// At the begin of a text, a quotation or a sentence.
bool begins_sentence(std::string_view text, std::size_t begin) {
    const std::string_view before = text.substr(0, text.find_last_not_of(" \n", begin == 0 ? 0 : begin - 1) + 1);
    if (begin == 0 || before.empty()) return true;
    for (const std::string_view mark : {".", "!", "?", ":", "\"", "“", "‘", "…", "—", "–", "]"})
        if (before.ends_with(mark)) return true;
    return false;
}

// "[the city and the] mill" for "the mill" is rather "[the city and] the mill": a word or two at an end that face the same words
// next to what stays go with these, on the side of a change where something is left out or put in. `whole` is that side.
void slide_to_end(TokenSpan& side, TokenSpan& other, std::span<const std::uint32_t> whole, std::size_t other_size) {
    constexpr std::uint32_t kShortEnd = 2;
    if (side.empty() || !other.empty()) return;
    const std::uint32_t head = side.begin, tail = static_cast<std::uint32_t>(whole.size()) - side.end;
    if (head > 0 && head <= kShortEnd && head < side.size() && other.begin == head && std::equal(whole.begin(), whole.begin() + head, whole.begin() + (side.end - head))) {
        side = {0, side.end - head};
        other = {0, 0};
    } else if (tail > 0 && tail <= kShortEnd && tail < side.size() && other_size - other.end == tail && std::equal(whole.end() - tail, whole.end(), whole.begin() + side.begin)) {
        side = {side.begin + tail, static_cast<std::uint32_t>(whole.size())};
        other = {static_cast<std::uint32_t>(other_size), static_cast<std::uint32_t>(other_size)};
    }
}

// Without words that only happen to be the same: one or two common ones with much that differs on the side of the nearest end, or
// on both sides.
std::vector<Block> drop_chance_blocks(std::vector<Block> blocks, std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    constexpr std::uint32_t kShortBlock = 2, kMuch = 4;
    constexpr float kCommon = 4;                                // summed rarity
    for (std::size_t i = 0; i < blocks.size();) {
        const Block& block = blocks[i];
        float rarity = 0;
        for (std::uint32_t w = block.a; w < block.a + block.length; ++w) rarity += lexicon::find_rarity(a[w]);
        const std::uint32_t from_a = i == 0 ? 0 : blocks[i - 1].a + blocks[i - 1].length, from_b = i == 0 ? 0 : blocks[i - 1].b + blocks[i - 1].length;
        const bool last = i + 1 == blocks.size();
        const auto to_a = last ? static_cast<std::uint32_t>(a.size()) : blocks[i + 1].a, to_b = last ? static_cast<std::uint32_t>(b.size()) : blocks[i + 1].b;
        const std::uint32_t before = std::max(block.a - from_a, block.b - from_b), after = std::max(to_a - block.a - block.length, to_b - block.b - block.length);
        const bool chance = block.length <= kShortBlock && rarity < kCommon && ((before >= kMuch && after >= kMuch) || (i == 0 && after >= kMuch) || (last && before >= kMuch));
        if (!chance) {
            ++i;
            continue;
        }
        blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i));
        i -= i > 0 ? 1 : 0;                                     // now there is more around the one before
    }
    return blocks;
}

}  // namespace

Rendering make_rendering(const Reading& reading, std::span<const std::uint32_t> word_tokens, std::span<const std::uint32_t> words) {
    const std::string_view text = reading.document.text;
    Rendering rendering{text, {}};
    for (const std::uint32_t word : words) {
        const Token& token = reading.annotation.tokens[word_tokens[word]];
        const std::string folded = base::fold(slice(text, ByteSpan{token.begin, token.end}));
        const bool name = is_capital(token.letter_case) && folded != "i" && !folded.starts_with("i'") && !lexicon::is_calendar(token.word) && !begins_sentence(text, token.begin);
        const std::vector<std::string> parts = lexicon::split_contraction(without_ordinal(folded));
        for (const std::string& part : parts)
            rendering.words.push_back({parts.size() == 1 && part == folded ? token.word : base::hash_word(part), lexicon::find_stem(part), {token.begin, token.end}, token.kind == TokenKind::number, name, lexicon::is_marked_form(part)});
    }
    return rendering;
}

std::vector<Change> find_changes(const Rendering& from, const Rendering& to) {
    const std::vector<std::uint32_t> a = list_words(from), b = list_words(to);
    std::size_t head = 0, tail = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head]) ++head;
    while (tail < a.size() - head && tail < b.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
    if (a.size() == b.size() && head == a.size()) return {};
    const std::span<const std::uint32_t> middle_a = std::span(a).subspan(head, a.size() - head - tail), middle_b = std::span(b).subspan(head, b.size() - head - tail);
    std::vector<Block> blocks;
    if (middle_a.size() <= kMostAlignedWords && middle_b.size() <= kMostAlignedWords) blocks = drop_chance_blocks(align_words(middle_a, middle_b), middle_a, middle_b);
    const auto offset = static_cast<std::uint32_t>(head);
    std::vector<Change> changes;
    TokenSpan at_a{offset, offset}, at_b{offset, offset};
    const auto close = [&](std::uint32_t end_a, std::uint32_t end_b) {
        if (end_a > at_a.begin || end_b > at_b.begin) changes.push_back({{at_a.begin, end_a}, {at_b.begin, end_b}});
    };
    for (const Block& block : blocks) {
        close(offset + block.a, offset + block.b);
        at_a.begin = offset + block.a + block.length;
        at_b.begin = offset + block.b + block.length;
    }
    close(static_cast<std::uint32_t>(a.size() - tail), static_cast<std::uint32_t>(b.size() - tail));
    for (Change* change : {&changes.front(), &changes.back()}) {
        slide_to_end(change->from, change->to, a, b.size());
        slide_to_end(change->to, change->from, b, a.size());
    }
    return changes;
}

std::vector<Edit> find_edits(const Rendering& from, const Rendering& to) { return Typing(from, to).run(); }

Form find_form(const Rendering& fullest, const Rendering& rendering) {
    const std::vector<std::uint32_t> whole = list_words(fullest), part = list_words(rendering);
    if (whole == part) return Form::verbatim;
    return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end() ? Form::trimmed : Form::altered;
}

}  // namespace firsthand::link
