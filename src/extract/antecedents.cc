// Tested by tests/stages/reference_test.cc.
#include "extract/antecedents.h"

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"
#include "lexicon/words.h"

namespace firsthand::extract {

namespace {

using lexicon::Gender;

constexpr float kWeights[] = {
#include "extract/antecedent_weights.inc"
};
static_assert(std::size(kWeights) == kAsked * kFeatures, "made for other features: training/mentions.py");

constexpr std::size_t kMostMentions = 160;         // looked back at: bounds the work on hostile texts
constexpr std::size_t kMostLater = 6;              // names behind the question
constexpr std::size_t kMostCandidates = 40;
constexpr std::size_t kMostCalls = 24;
constexpr std::uint32_t kLongestCall = 6;          // words of a title in front, or of an apposition behind
constexpr std::size_t kMostSpeakers = 40;
constexpr std::uint32_t kLongestRelative = 12;     // tokens between "who" and whom it means
constexpr std::size_t kMostTitle = 500;            // bytes
constexpr std::size_t kMostNameWords = 16;
constexpr std::uint32_t kLongestPhrase = 30;       // tokens of a source that are looked through for names
constexpr std::uint32_t kMostModifiers = 6;        // words before a head noun that are compared

std::vector<std::uint32_t> words_of(std::string_view text, std::size_t most) {
    std::vector<std::uint32_t> words;
    const std::string folded = base::fold(text);
    for (std::size_t begin = 0; begin < folded.size() && words.size() < most;) {
        const std::size_t end = std::min(folded.find_first_of(" ,.:;!?\"", begin), folded.size());
        if (end > begin) words.push_back(base::hash_word(std::string_view(folded).substr(begin, end - begin)));
        begin = end + 1;
    }
    return words;
}

std::size_t index_of(EntityKind kind) { return static_cast<std::size_t>(kind); }

}  // namespace

std::size_t choose_likeliest(std::size_t, Asked asked, std::span<const Candidate> candidates) {
    const float* row = kWeights + static_cast<std::size_t>(asked) * kFeatures;
    std::size_t best = 0;
    float best_score = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        float score = 0;
        for (std::size_t f = 0; f < kFeatures; ++f)
            if (candidates[i].features.test(f)) score += row[f];
        if (i == 0 || score > best_score) {
            best = i;
            best_score = score;
        }
    }
    return best;
}

Discourse::Discourse(const Document& document, const Annotation& annotation, const Names& names)
    : text_(document.text), annotation_(annotation), names_(names), phrases_(document.text, annotation.tokens, names), sentence_of_(annotation.tokens.size(), 0),
      paragraph_of_(annotation.tokens.size(), 0), quoted_(annotation.tokens.size(), false), calls_(names.entities.size()), counts_(names.entities.size(), 0) {
    for (std::uint32_t s = 0; s < annotation.sentences.size(); ++s)
        for (std::uint32_t i = annotation.sentences[s].begin; i < annotation.sentences[s].end; ++i) sentence_of_[i] = s;
    for (std::uint32_t p = 0; p < annotation.paragraphs.size(); ++p)
        for (std::uint32_t i = annotation.paragraphs[p].begin; i < annotation.paragraphs[p].end; ++i) paragraph_of_[i] = p;
    for (const Quotation& quotation : annotation.quotations)
        for (std::uint32_t i = quotation.tokens.begin; quotation.depth == 0 && i < quotation.tokens.end; ++i) quoted_[i] = true;
    note_names(document);
    note_calls();
}

void Discourse::note_names(const Document& document) {
    std::uint32_t subject_of = kNone;              // the sentence that has a subject already
    for (const NameMention& named : names_.mentions) {
        Mention mention{.token = named.tokens.begin, .entity = named.entity};
        const std::uint32_t sentence = sentence_of_[mention.token];
        mention.owns = phrases_.is_possessive(named.tokens.end);
        mention.behind = phrases_.is_behind_preposition(named, annotation_.sentences[sentence].begin);
        mention.quoted = quoted_[mention.token];
        mention.subject = !mention.owns && !mention.behind && !mention.quoted && subject_of != sentence;
        if (mention.subject) subject_of = sentence;
        by_name_.push_back(mention);
        ++counts_[named.entity - 1];
    }
    std::vector<std::uint32_t> title = words_of(std::string_view(document.title).substr(0, kMostTitle), kMostTitle);
    std::sort(title.begin(), title.end());
    for (const Entity& entity : names_.entities) {
        const std::size_t kind = index_of(entity.kind);
        if (first_[kind] == kNobody) first_[kind] = entity.id;
        if (most_[kind] == kNobody || counts_[entity.id - 1] > counts_[most_[kind] - 1]) most_[kind] = entity.id;
        words_.push_back(words_of(entity.name, kMostNameWords));
        in_title_.push_back(!words_.back().empty() && std::binary_search(title.begin(), title.end(), words_.back().back()));
    }
}

// "Mayor Nora Quill", "the singer Nora Quill", "Nora Quill, the mayor of Lower Mill,".
void Discourse::note_calls() {
    const std::vector<Token>& tokens = annotation_.tokens;
    for (const NameMention& named : names_.mentions) {
        const TokenSpan sentence = annotation_.sentences[sentence_of_[named.tokens.begin]];
        for (std::uint32_t i = named.tokens.begin; i > sentence.begin && named.tokens.begin - i < kLongestCall; --i) {
            if (tokens[i - 1].kind != TokenKind::word && text_[tokens[i - 1].begin] != '.') break;
            const std::uint32_t word = tokens[i - 1].word;
            if (i - 1 >= named.whole.begin || lexicon::is_role(word) || lexicon::is_title(word)) call(named.entity, word);
            if (lexicon::is_stop_word(word)) break;
        }
        std::uint32_t i = named.tokens.end;
        if (i + 1 >= sentence.end || text_[tokens[i].begin] != ',') continue;
        for (++i; i < sentence.end && i < named.tokens.end + 2 * kLongestCall && text_[tokens[i].begin] != ',' && text_[tokens[i].begin] != '.'; ++i)
            if (tokens[i].kind == TokenKind::word && !lexicon::is_stop_word(tokens[i].word)) call(named.entity, tokens[i].word);
    }
}

void Discourse::call(EntityId entity, std::uint32_t word) {
    static const std::pair<std::uint32_t, std::uint32_t> kLong[] = {
        {base::hash_word("gov"), base::hash_word("governor")}, {base::hash_word("sen"), base::hash_word("senator")}, {base::hash_word("rep"), base::hash_word("congressman")},
        {base::hash_word("dr"), base::hash_word("doctor")}, {base::hash_word("sgt"), base::hash_word("sergeant")}, {base::hash_word("lt"), base::hash_word("lieutenant")},
        {base::hash_word("gen"), base::hash_word("general")}, {base::hash_word("capt"), base::hash_word("captain")}, {base::hash_word("prof"), base::hash_word("professor")},
        {base::hash_word("ceo"), base::hash_word("executive")}, {base::hash_word("det"), base::hash_word("detective")}, {base::hash_word("rev"), base::hash_word("pastor")}};
    for (const auto& [abbreviation, whole] : kLong)
        if (word == abbreviation) call(entity, whole);
    std::vector<std::uint32_t>& calls = calls_[entity - 1];
    if (calls.size() < kMostCalls && std::find(calls.begin(), calls.end(), word) == calls.end()) calls.push_back(word);
}
bool Discourse::is_called(EntityId entity, std::uint32_t word) const {
    return entity <= calls_.size() && std::find(calls_[entity - 1].begin(), calls_[entity - 1].end(), word) != calls_[entity - 1].end();
}

void Discourse::add_mention(std::uint32_t token, EntityId entity, std::uint32_t head) {
    if (last_reference_.size() < entity) last_reference_.resize(entity, kNone);
    last_reference_[entity - 1] = static_cast<std::uint32_t>(by_reference_.size());
    by_reference_.push_back({.token = token, .entity = entity, .subject = true, .quoted = quoted_[token], .reference = true});
    if (head == kNone) return;
    if (heads_.size() < entity) heads_.resize(entity, 0);
    heads_[entity - 1] = annotation_.tokens[head].word;
}

void Discourse::add_speaker(std::uint32_t token, EntityId entity) { speakers_.push_back({token, entity}); }

bool Discourse::is_inside(std::uint32_t token, const Question& question) const {
    return question.content != nullptr && std::any_of(question.content->begin(), question.content->end(), [&](TokenSpan span) { return token >= span.begin && token < span.end; });
}

// The nearest mention of each entity: before the question, else right behind it. Nearest first.
std::vector<Discourse::Seen> Discourse::nearest(const Question& question) const {
    std::vector<Seen> seen;
    const auto add = [&](const Mention& mention, bool later) {
        const auto known = std::find_if(seen.begin(), seen.end(), [&](const Seen& one) { return one.entity == mention.entity; });
        if (known == seen.end() && seen.size() < kMostCandidates) seen.push_back({mention.entity, &mention, later});
    };
    const auto at = std::partition_point(by_name_.begin(), by_name_.end(), [&](const Mention& mention) { return mention.token < question.at; });
    auto named = at;
    std::size_t referred = by_reference_.size();
    for (std::size_t looked = 0; looked < kMostMentions; ++looked) {
        while (referred > 0 && by_reference_[referred - 1].token >= question.at) --referred;
        const bool has_name = named != by_name_.begin();
        if (!has_name && referred == 0) break;
        if (referred == 0 || (has_name && std::prev(named)->token > by_reference_[referred - 1].token)) {
            add(*--named, false);
        } else {
            add(by_reference_[--referred], false);
        }
    }
    if (question.around != kNobody && !by_reference_.empty()) {  // who says the words around, also where his name follows them
        const std::uint32_t last = question.around <= last_reference_.size() ? last_reference_[question.around - 1] : kNone;
        if (last != kNone) add(by_reference_[last], by_reference_[last].token >= question.at);
    }
    for (auto later = at; later != by_name_.end() && later - at < static_cast<std::ptrdiff_t>(kMostLater) && paragraph_of_[later->token] <= paragraph_of_[question.at] + 1; ++later)
        if (later->token >= question.phrase.span.end) add(*later, true);
    return seen;
}

std::vector<Candidate> Discourse::candidates(const Question& question) const {
    std::vector<Candidate> found{nobody(question)};
    std::size_t rank = 0;
    for (const Seen& seen : nearest(question)) {
        if (is_barred(question, seen.entity) || is_another(question, seen.entity)) continue;
        Candidate candidate = describe(question, seen);
        if (fits(question, seen.entity)) {
            candidate.note(rank == 0 ? Feature::first_fit : rank == 1 ? Feature::second_fit : Feature::later_fit);
            ++rank;
        }
        found.push_back(candidate);
    }
    const auto is_called = [](const Candidate& candidate) { return candidate.features.test(static_cast<std::size_t>(Feature::called_so)); };
    if (std::count_if(found.begin(), found.end(), is_called) == 1) std::find_if(found.begin(), found.end(), is_called)->note(Feature::only_one_called_so);
    for (Candidate& candidate : found) candidate.note(Feature::only_fit, rank == 1 && candidate.features.test(static_cast<std::size_t>(Feature::first_fit)));
    return found;
}

Candidate Discourse::nobody(const Question& question) const {
    Candidate nobody;
    nobody.note(Feature::nobody);
    constexpr Feature kDetermined[] = {Feature::nobody_bare,       Feature::nobody_definite, Feature::nobody_indefinite, Feature::nobody_demonstrative,
                                       Feature::nobody_possessive, Feature::nobody_another,  Feature::nobody_several};
    if (question.phrase.head != kNone) nobody.note(kDetermined[static_cast<std::size_t>(question.phrase.determiner)]);
    nobody.note(Feature::nobody_long, question.phrase.span.size() > 3);
    const auto aged = [&](std::uint32_t token) { return slice(text_, {annotation_.tokens[token].begin, annotation_.tokens[token].end}).ends_with("year-old"); };
    for (std::uint32_t i = question.phrase.span.begin; question.phrase.determiner == Determiner::definite && i < question.phrase.span.end; ++i) nobody.note(Feature::nobody_aged, aged(i));
    nobody.note(Feature::nobody_owned, question.phrase.owner != kNobody);
    nobody.note(Feature::nobody_nested, question.nested);
    nobody.note(Feature::nobody_first, speakers_.empty());
    return nobody;
}

Candidate Discourse::describe(const Question& question, const Seen& seen) const {
    const Entity& entity = names_.entities[seen.entity - 1];
    Candidate candidate;
    candidate.entity = seen.entity;
    constexpr Feature kKinds[] = {Feature::person, Feature::organization, Feature::place, Feature::outlet, Feature::document, Feature::unnamed_one, Feature::unnamed_several};
    candidate.note(entity.number == Number::several ? Feature::unnamed_several : entity.kind == EntityKind::unnamed ? Feature::unnamed_one : entity.kind == EntityKind::article ? Feature::unnamed_one
                                                                                        : kKinds[index_of(entity.kind)]);
    if (question.phrase.gender != Gender::unknown) {
        const Gender gender = names_.genders[seen.entity - 1];
        candidate.note(gender == Gender::unknown ? Feature::unknown_gender : gender == question.phrase.gender ? Feature::same_gender : Feature::other_gender);
    }
    describe_place(question, seen, candidate);
    describe_speaking(question, seen.entity, candidate);
    describe_words(question, seen.entity, candidate);
    return candidate;
}

void Discourse::describe_place(const Question& question, const Seen& seen, Candidate& candidate) const {
    const Mention& mention = *seen.mention;
    const std::uint32_t at = question.at;
    if (seen.later) {
        candidate.note(Feature::only_later);
    } else {
        const std::uint32_t back = sentence_of_[at] - sentence_of_[mention.token];
        candidate.note(back == 0 ? Feature::same_sentence : back == 1 ? Feature::sentence_1 : back == 2 ? Feature::sentence_2 : back <= 4 ? Feature::sentence_4 : back <= 8 ? Feature::sentence_8 : Feature::further);
    }
    candidate.note(Feature::same_paragraph, paragraph_of_[at] == paragraph_of_[mention.token]);
    candidate.note(Feature::previous_paragraph, paragraph_of_[at] == paragraph_of_[mention.token] + 1);
    candidate.note(Feature::subject, mention.subject);
    candidate.note(Feature::owns, mention.owns);
    candidate.note(Feature::behind_preposition, mention.behind);
    candidate.note(Feature::quoted, mention.quoted);
    candidate.note(Feature::by_reference, mention.reference);
    candidate.note(Feature::inside_own_content, is_inside(mention.token, question));
}

void Discourse::describe_speaking(const Question& question, EntityId entity, Candidate& candidate) const {
    const std::size_t begin = speakers_.size() > kMostSpeakers ? speakers_.size() - kMostSpeakers : 0;
    for (std::size_t i = speakers_.size(); i > begin; --i) {
        if (speakers_[i - 1].entity != entity) continue;
        const std::size_t back = speakers_.size() - i;
        const std::uint32_t here = paragraph_of_[question.at], there = paragraph_of_[speakers_[i - 1].token];
        candidate.note(Feature::last_speaker, back == 0);
        candidate.note(Feature::last_speaker_same_paragraph, back == 0 && here == there);
        candidate.note(Feature::last_speaker_previous_paragraph, back == 0 && here == there + 1);
        candidate.note(Feature::speaker_before_last, back == 1);
        candidate.note(Feature::spoke_before, back > 1);
        break;
    }
    candidate.note(Feature::speaker_around, question.around != kNobody && question.around == entity);
    candidate.note(Feature::not_speaker_around, question.around != kNobody && question.around != entity);
    candidate.note(Feature::speaker_beside, question.beside != kNobody && question.beside == entity);
}

void Discourse::describe_words(const Question& question, EntityId entity, Candidate& candidate) const {
    const std::uint32_t count = entity <= counts_.size() ? counts_[entity - 1] : 1;
    candidate.note(count <= 1 ? Feature::mentions_1 : count <= 3 ? Feature::mentions_2 : count <= 7 ? Feature::mentions_4 : Feature::mentions_8);
    const std::size_t kind = index_of(names_.entities[entity - 1].kind);
    candidate.note(Feature::first_of_kind, first_[kind] == entity);
    candidate.note(Feature::most_of_kind, most_[kind] == entity);
    candidate.note(Feature::in_title, entity <= in_title_.size() && in_title_[entity - 1]);
    candidate.note(Feature::owner_of_phrase, question.phrase.owner == entity);
    if (question.phrase.head == kNone) return;
    const std::uint32_t head = annotation_.tokens[question.phrase.head].word;
    candidate.note(Feature::called_so, is_called(entity, head));
    candidate.note(Feature::same_description, is_same_noun(head, entity));
    const auto holds = [&](std::uint32_t word) { return entity <= words_.size() && std::find(words_[entity - 1].begin(), words_[entity - 1].end(), word) != words_[entity - 1].end(); };
    candidate.note(Feature::head_in_name, holds(head));
    const std::uint32_t begin = std::max(question.phrase.span.begin, question.phrase.head - std::min(question.phrase.head, kMostModifiers));
    for (std::uint32_t i = begin; i < question.phrase.head; ++i) {
        const std::uint32_t word = annotation_.tokens[i].word;
        if (annotation_.tokens[i].kind == TokenKind::word && !lexicon::is_stop_word(word) && (is_called(entity, word) || holds(word))) candidate.note(Feature::shares_word);
    }
}

// Who cannot be meant: "he" is no woman and not the one in whose quoted words he stands, "Quill’s lawyer" is not Quill, and nobody is told by himself.
bool Discourse::is_barred(const Question& question, EntityId id) const {
    const Asked asked = question.phrase.asked;
    const Gender gender = names_.genders[id - 1];
    if (asked == Asked::he_she && gender != Gender::unknown && question.phrase.gender != Gender::unknown && gender != question.phrase.gender) return true;
    if (asked == Asked::he_she && question.quoted && id == question.around) return true;
    const EntityKind kind = names_.entities[id - 1].kind;
    const bool body = kind == EntityKind::organization || kind == EntityKind::outlet || kind == EntityKind::place || kind == EntityKind::document;
    if (asked == Asked::he_she && body && (speakers_.empty() || speakers_.back().entity != id)) return true;   // but "he" of its spokesman
    for (std::uint32_t i = question.phrase.span.begin; i < std::min(question.phrase.span.end, question.phrase.span.begin + kLongestPhrase); ++i)
        if (names_.mention_at[i] != 0 && names_.mentions[names_.mention_at[i] - 1].entity == id) return !question.phrase.is_mouthpiece;   // "the judge in the Odd trial"
    if ((asked == Asked::person || asked == Asked::source) && body && kind != EntityKind::organization && !question.phrase.is_mouthpiece) return true;
    if (asked == Asked::organization && kind == EntityKind::person && !question.phrase.is_mouthpiece) return true;   // "the Odd administration" is nobody's name
    if (question.phrase.owner == id && (asked == Asked::person || asked == Asked::people || asked == Asked::source || asked == Asked::thing)) return true;
    for (std::uint32_t i = question.to.begin; i < question.to.end; ++i)
        if (names_.mention_at[i] != 0 && names_.mentions[names_.mention_at[i] - 1].entity == id) return true;
    return false;
}

EntityId Discourse::right_before(std::uint32_t token) const {
    static const std::uint32_t kWho = base::hash_word("who");
    const std::uint32_t begin = annotation_.sentences[sentence_of_[token]].begin;
    const bool person = annotation_.tokens[token].word == kWho;
    for (std::uint32_t i = token; i > begin && token - i < kLongestRelative; --i) {
        const std::uint32_t m = names_.mention_at[i - 1];
        if (m != 0 && (!person || names_.entities[names_.mentions[m - 1].entity - 1].kind == EntityKind::person)) return names_.mentions[m - 1].entity;
        if (!person && annotation_.tokens[i - 1].kind != TokenKind::punctuation) return kNobody;
    }
    return kNobody;
}

// Unnamed sources are one only where the text says so: not "another source", not "a source" once more, not one that told another outlet,
// and "the nurse" is not the driver.
bool Discourse::is_another(const Question& question, EntityId id) const {
    const Entity& entity = names_.entities[id - 1];
    if (question.phrase.head == kNone) return false;
    if (entity.kind == EntityKind::document) {                      // the complaint is not the indictment
        static const lexicon::WordSet kAnyDocument("document documents report filing papers paper text file");
        const std::uint32_t head = annotation_.tokens[question.phrase.head].word;
        return !is_same_noun(head, id) && !kAnyDocument.contains(head) && id <= heads_.size() && !kAnyDocument.contains(heads_[id - 1]);
    }
    if (entity.kind != EntityKind::unnamed) return false;
    if (question.relay != kNobody && entity.relay != kNobody && entity.relay != question.relay) return true;
    const Determiner determiner = question.phrase.determiner;
    if (determiner == Determiner::another || determiner == Determiner::indefinite || determiner == Determiner::several) return true;
    return !is_same_noun(annotation_.tokens[question.phrase.head].word, id);
}

// Was it described by this noun the last time? A source may be called an insider.
bool Discourse::is_same_noun(std::uint32_t head, EntityId id) const {
    static const lexicon::WordSet kAnySource("source sources insider insiders tipster informant");
    const std::uint32_t before = id <= heads_.size() ? heads_[id - 1] : 0;
    return head == before || (kAnySource.contains(head) && kAnySource.contains(before));
}

// Can it be meant at all, by kind and gender?
bool Discourse::fits(const Question& question, EntityId id) const {
    const Entity& entity = names_.entities[id - 1];
    const bool one = entity.kind == EntityKind::person || (entity.kind == EntityKind::unnamed && entity.number != Number::several);
    const bool body = entity.kind == EntityKind::organization || entity.kind == EntityKind::outlet || entity.kind == EntityKind::place;
    switch (question.phrase.asked) {
        case Asked::source: return entity.kind == EntityKind::unnamed;
        case Asked::he_she:
        case Asked::person: {
            const Gender gender = names_.genders[id - 1];
            return one && (question.phrase.gender == Gender::unknown || gender == Gender::unknown || gender == question.phrase.gender);
        }
        case Asked::it:
        case Asked::organization: return body;
        case Asked::document: return entity.kind == EntityKind::document || body;
        case Asked::they:
        case Asked::people: return entity.kind == EntityKind::unnamed || body || entity.number == Number::several;
        default: return one || body || entity.kind == EntityKind::unnamed;
    }
}

}  // namespace firsthand::extract
