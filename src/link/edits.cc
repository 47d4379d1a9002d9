// Edits are the gaps of a word alignment (longest common subsequence), typed by the words that were lost or added. A rarer
// kind goes first: a lost "not" inside a longer change is a negation. Tested by edits_test.cc.
#include "link/edits.h"

#include <algorithm>

#include "lexicon/words.h"
#include "link/align.h"

namespace firsthand::link {

namespace {

constexpr std::size_t kMostAlignedWords = 1500;    // beyond, only the common ends are aligned

const lexicon::WordSet& negations() {
    static const lexicon::WordSet set(
        "not no never none nobody nothing neither nor nowhere cannot without hardly isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't "
        "shouldn't haven't hasn't hadn't ain't mustn't needn't denies denied deny");
    return set;
}

const lexicon::WordSet& hedges() {
    static const lexicon::WordSet set(
        "may might maybe perhaps possibly probably likely unlikely apparently allegedly reportedly supposedly seemingly presumably could would should seems seem seemed "
        "appears appear appeared suggests suggest suggested believe believes think thinks guess almost nearly about roughly around");
    return set;
}

const lexicon::WordSet& number_words() {
    static const lexicon::WordSet set(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty "
        "seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half twice");
    return set;
}

std::vector<std::uint32_t> list_words(const Rendering& rendering) {
    std::vector<std::uint32_t> words;
    for (const SpokenWord& word : rendering.words) words.push_back(word.word);
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
        if (test(rendering.words[i], i)) found.push_back(rendering.words[i].word);
    std::sort(found.begin(), found.end());
    return found;
}

// The bytes from the first to the last word; where other words stand between (a cue), the pieces joined by "…".
std::string quote_words(const Rendering& rendering, TokenSpan span) {
    std::string quoted;
    for (std::uint32_t begin = span.begin; begin < span.end;) {
        std::uint32_t end = begin + 1;
        const auto near = [&](std::uint32_t i) { return rendering.words[i].span.begin <= rendering.words[i - 1].span.end + 6; };
        while (end < span.end && near(end)) ++end;
        if (!quoted.empty()) quoted += " … ";
        quoted += slice(rendering.text, {rendering.words[begin].span.begin, rendering.words[end - 1].span.end});
        begin = end;
    }
    return quoted;
}

constexpr std::uint32_t kLongPiece = 5;            // words

EditKind find_kind(const Rendering& from, const Rendering& to, const Change& change) {
    // A long piece that is left out takes its "not" with it: nothing that stays was turned round.
    const bool at_end = change.from.begin == 0 || change.from.end == from.words.size();
    if (change.to.empty() && at_end && change.from.size() >= kLongPiece) return EditKind::truncation;
    if (count_words(from, change.from, negations()) != count_words(to, change.to, negations()))
        return change.to.empty() && change.from.size() >= kLongPiece ? EditKind::deletion : EditKind::negation;
    if (change.to.empty() && at_end) return EditKind::truncation;
    const auto is_number = [](const SpokenWord& word, std::uint32_t) { return word.number || number_words().contains(word.word); };
    if (list_words_if(from, change.from, is_number) != list_words_if(to, change.to, is_number)) return EditKind::number;
    if (count_words(from, change.from, hedges()) != count_words(to, change.to, hedges())) return EditKind::hedge;
    const auto is_name = [](const SpokenWord& word, std::uint32_t at) { return word.capital && at > 0; };   // the first word has its capital anyway
    if (list_words_if(from, change.from, is_name) != list_words_if(to, change.to, is_name)) return EditKind::name;
    if (change.from.empty()) return EditKind::insertion;
    return change.to.empty() ? EditKind::deletion : EditKind::wording;
}

}  // namespace

Rendering make_rendering(const Reading& reading, std::span<const std::uint32_t> word_tokens, std::span<const std::uint32_t> words) {
    Rendering rendering{reading.document.text, {}};
    for (const std::uint32_t word : words) {
        const Token& token = reading.annotation.tokens[word_tokens[word]];
        const bool capital = token.letter_case == LetterCase::title || token.letter_case == LetterCase::upper || token.letter_case == LetterCase::mixed;
        const bool is_i = token.end - token.begin == 1 || reading.document.text.compare(token.begin, 2, "I'") == 0 || reading.document.text.compare(token.begin, 4, "I’") == 0;
        rendering.words.push_back({token.word, {token.begin, token.end}, token.kind == TokenKind::number, capital && !is_i});
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
    if (middle_a.size() <= kMostAlignedWords && middle_b.size() <= kMostAlignedWords) blocks = align_words(middle_a, middle_b);
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
    return changes;
}

std::vector<Edit> find_edits(const Rendering& from, const Rendering& to) {
    std::vector<Edit> edits;
    for (const Change& change : find_changes(from, to)) edits.push_back({0, 0, find_kind(from, to, change), quote_words(from, change.from), quote_words(to, change.to)});
    return edits;
}

Form find_form(const Rendering& fullest, const Rendering& rendering) {
    const std::vector<std::uint32_t> whole = list_words(fullest), part = list_words(rendering);
    if (whole == part) return Form::verbatim;
    return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end() ? Form::trimmed : Form::altered;
}

}  // namespace firsthand::link
