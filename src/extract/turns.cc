// Tested by tests/stages/turns_test.cc.
#include "extract/turns.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/hash.h"
#include "base/utf8.h"
#include "lexicon/words.h"

namespace firsthand::extract {

namespace {

constexpr std::uint32_t kLongestLabel = 5;         // tokens
constexpr std::size_t kFewestTurns = 4, kFewestSpoken = 3, kFewestAnswers = 2;
constexpr std::size_t kMostInitials = 3;           // letters
constexpr std::uint32_t kIntroduction = 120;       // tokens before the first turn
constexpr float kScore = 0.9F;

bool is_question_label(std::uint32_t word) {
    static const lexicon::WordSet kWords("q question interviewer reporter moderator host");
    return kWords.contains(word);
}
bool is_answer_label(std::uint32_t word) {
    static const lexicon::WordSet kWords("a answer");
    return kWords.contains(word);
}

// "UNIDENTIFIED MAN", "CALLER"
bool is_somebody(std::uint32_t word) {
    static const lexicon::WordSet kWords("man woman boy girl male female voice caller announcer audience crowd speaker officer dispatcher operator protester witness person narrator");
    return kWords.contains(word) || lexicon::is_unnamed_source(word);
}

class TurnTaker {
  public:
    TurnTaker(const Document& document, const Annotation& annotation, const Names& names, const std::vector<Turn>& turns)
        : text_(document.text), tokens_(annotation.tokens), names_(names), turns_(turns) {
        for (const Entity& entity : names.entities)
            if (entity.kind == EntityKind::person) persons_.push_back({entity.id, words_of(entity.name)});
    }

    std::vector<Passing> take() const {
        std::vector<Passing> taken;
        const EntityId answering = who_answers();
        const auto asks = [&](const Turn& turn) { return turn.label.size() == 1 && is_question_label(tokens_[turn.label.begin].word); };
        for (const Turn& turn : turns_) {
            const bool answers = turn.label.size() == 1 && is_answer_label(tokens_[turn.label.begin].word);
            const EntityId speaker = answers ? answering : asks(turn) ? kNobody : person_of(turn.label);
            if (speaker == kNobody && !is_somebody(tokens_[turn.label.end - 1].word)) continue;
            taken.push_back({.speech = Speech::direct, .source = turn.label, .cue = {turn.label.end, turn.label.end + 1}, .content = {turn.words}, .speaker = speaker, .score = kScore});
        }
        if (taken.size() < (std::any_of(turns_.begin(), turns_.end(), asks) ? kFewestAnswers : kFewestSpoken)) taken.clear();
        return taken;
    }

  private:
    struct Person {
        EntityId id = kNobody;
        std::vector<std::string> words;            // folded
    };

    [[nodiscard]] std::string word_at(std::uint32_t at) const { return base::fold(text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin)); }
    [[nodiscard]] static std::vector<std::string> words_of(const std::string& name) {
        std::vector<std::string> words;
        const std::string folded = base::fold(name);
        for (std::size_t begin = 0; begin < folded.size();) {
            const std::size_t end = std::min(folded.find(' ', begin), folded.size());
            if (end > begin) words.push_back(folded.substr(begin, end - begin));
            begin = end + 1;
        }
        return words;
    }

    // The person that a label names: by a mention, by all its words, or by initials.
    [[nodiscard]] EntityId person_of(TokenSpan label) const {
        std::vector<std::string> words;
        for (std::uint32_t i = label.begin; i < label.end; ++i) {
            if (const std::uint32_t m = names_.mention_at[i]; m != 0 && !(label.size() == 1 && tokens_[i].letter_case == LetterCase::upper && tokens_[i].end - tokens_[i].begin <= kMostInitials)) {
                const Entity& entity = names_.entities[names_.mentions[m - 1].entity - 1];
                return entity.kind == EntityKind::person ? entity.id : kNobody;
            }
            if (tokens_[i].kind == TokenKind::word && !lexicon::is_title(tokens_[i].word)) words.push_back(word_at(i));
        }
        if (words.empty()) return kNobody;
        const bool shortened = words.size() == 1 && words.front().size() > 1 && words.front().size() <= kMostInitials && tokens_[label.end - 1].letter_case == LetterCase::upper;
        for (const Person& person : persons_) {
            const bool named = std::all_of(words.begin(), words.end(), [&](const std::string& word) { return std::find(person.words.begin(), person.words.end(), word) != person.words.end(); });
            if (named && !shortened && person.words.back() == words.back()) return person.id;
            if (!shortened || person.words.size() != words.front().size()) continue;
            bool alike = true;
            for (std::size_t i = 0; i < person.words.size(); ++i) alike = alike && person.words[i].front() == words.front()[i];
            if (alike) return person.id;
        }
        const std::uint32_t m = names_.mention_at[label.begin];
        return m != 0 && names_.entities[names_.mentions[m - 1].entity - 1].kind == EntityKind::person ? names_.mentions[m - 1].entity : kNobody;
    }

    // Of "A:": the person named most before the first turn, the first of equals; nobody where no interview is spoken of: an article may
    // answer itself.
    [[nodiscard]] EntityId who_answers() const {
        static const lexicon::WordSet kInterviews("interview interviewed interviews spoke speaks talked talks conversation sat chatted");
        const std::uint32_t first = turns_.front().label.begin;
        if (std::none_of(tokens_.begin() + (first - std::min(first, kIntroduction)), tokens_.begin() + first, [](const Token& token) { return kInterviews.contains(token.word); })) return kNobody;
        std::map<EntityId, std::size_t> times;
        EntityId most = kNobody;
        for (const NameMention& mention : names_.mentions) {
            if (mention.tokens.begin >= first) break;
            if (names_.entities[mention.entity - 1].kind == EntityKind::person) ++times[mention.entity];
        }
        for (const auto& [id, count] : times)
            if (most == kNobody || count > times[most]) most = id;
        return most;
    }

    std::string_view text_;
    const std::vector<Token>& tokens_;
    const Names& names_;
    const std::vector<Turn>& turns_;
    std::vector<Person> persons_;
};

}  // namespace

std::vector<Turn> find_turns(const Document& document, const Annotation& annotation) {
    std::vector<Turn> turns;
    std::map<std::string, std::size_t> times;
    const std::vector<Token>& tokens = annotation.tokens;
    const auto is_label = [&](std::uint32_t at) {
        return tokens[at].kind == TokenKind::word ? tokens[at].letter_case != LetterCase::lower : tokens[at].kind == TokenKind::punctuation && document.text[tokens[at].begin] == '.';
    };
    const auto begins_line = [&](std::uint32_t at) { return at == 0 || std::string_view(document.text).substr(tokens[at - 1].end, tokens[at].begin - tokens[at - 1].end).find('\n') != std::string_view::npos; };
    for (const TokenSpan paragraph : annotation.paragraphs) {
        const std::size_t first = turns.size();
        for (std::uint32_t line = paragraph.begin; line < paragraph.end; ++line) {
            if (line != paragraph.begin && !begins_line(line)) continue;
            std::uint32_t i = line;
            while (i < std::min(paragraph.end, line + kLongestLabel) && is_label(i)) ++i;
            if (i == line || i + 1 >= paragraph.end || document.text[tokens[i].begin] != ':' || tokens[i + 1].begin == tokens[i].end) continue;
            if (turns.size() > first) turns.back().words.end = line;
            turns.push_back({{line, i}, {i + 1, paragraph.end}});
            ++times[base::fold(slice(document.text, {tokens[line].begin, tokens[i - 1].end}))];
        }
    }
    std::erase_if(turns, [](const Turn& turn) { return turn.words.empty(); });
    const bool again = std::any_of(times.begin(), times.end(), [](const auto& one) { return one.second > 1; });
    if (turns.size() < kFewestTurns || !again) turns.clear();
    return turns;
}

std::vector<TaggedTokens> with_labels(const Document& document, const Annotation& annotation, const std::vector<Turn>& turns, const std::vector<TaggedTokens>& tagged) {
    std::vector<TaggedTokens> all;
    auto next = tagged.begin();
    for (const Turn& turn : turns) {
        while (next != tagged.end() && next->tokens.begin < turn.label.end) all.push_back(*next++);
        std::uint32_t begin = turn.label.begin;
        while (begin < turn.label.end && (lexicon::is_title(annotation.tokens[begin].word) || document.text[annotation.tokens[begin].begin] == '.')) ++begin;
        const bool capitals = std::all_of(annotation.tokens.begin() + begin, annotation.tokens.begin() + turn.label.end, [](const Token& token) { return token.letter_case == LetterCase::upper && !lexicon::is_stop_word(token.word); });
        if (!capitals || turn.label.end - begin < 2 || is_somebody(annotation.tokens[turn.label.end - 1].word)) continue;
        while (!all.empty() && all.back().tokens.end > begin) all.pop_back();
        all.push_back({{begin, turn.label.end}, EntityKind::person});
    }
    all.insert(all.end(), next, tagged.end());
    return all;
}

void take_turns(const Document& document, const Annotation& annotation, const Names& names, const std::vector<Turn>& turns, std::vector<Passing>& passages) {
    if (turns.empty()) return;
    std::vector<Passing> taken = TurnTaker(document, annotation, names, turns).take();
    if (taken.empty()) return;
    std::erase_if(passages, [&](const Passing& passing) {
        const std::uint32_t at = !passing.cue.empty() ? passing.cue.begin : !passing.source.empty() ? passing.source.begin : passing.content.front().begin;
        const auto turn = std::partition_point(turns.begin(), turns.end(), [&](const Turn& one) { return one.words.end <= at; });
        if (turn == turns.end() || at < turn->label.begin) return false;
        return at <= turn->label.end || passing.floating;
    });
    passages.insert(passages.end(), std::make_move_iterator(taken.begin()), std::make_move_iterator(taken.end()));
    std::stable_sort(passages.begin(), passages.end(), [](const Passing& a, const Passing& b) { return a.content.front().begin < b.content.front().begin; });
}

}  // namespace firsthand::extract
