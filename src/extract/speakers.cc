// One pass over the attributions in the order of the text, outer before inner. A name speaks for itself; a pronoun, a description
// and a quotation without a cue go to whom the candidates' features speak for (antecedents.h), else a description is a new source:
// unnamed ones are typed by their description and their relay and never merged with another relay's. A relay named for a speaker
// holds for his next words; what stands in somebody's words came through him. Tested by tests/stages/.
#include "extract/speakers.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/utf8.h"
#include "extract/relays.h"
#include "extract/source_phrase.h"
#include "lexicon/words.h"

namespace firsthand::extract {

namespace {

using lexicon::Gender;

constexpr std::uint32_t kMostAround = 24;          // passages before one that may hold it: bounds the work on hostile texts
constexpr std::uint32_t kLongestCarry = 150;       // tokens: an outlet holds for what its speaker says soon after
constexpr std::uint32_t kLongestInterview = 300;   // and no longer behind the words that name it
constexpr std::uint32_t kLongestDocumentCarry = 60;   // and a document
constexpr std::size_t kMostAliases = 64;
constexpr std::size_t kLongestAlias = 6;           // tokens of a description that is kept as another name
constexpr std::size_t kLongestDescription = 120;   // code points

class SpeakerFinder {
  public:
    SpeakerFinder(Reading& reading, Names& names, std::vector<Passing>& passages, const Chooser& choose)
        : reading_(reading), text_(reading.document.text), tokens_(reading.annotation.tokens), names_(names), passages_(passages), choose_(choose),
          phrases_(text_, tokens_, names), relay_finder_(reading.document, reading.annotation, names), discourse_(reading.document, reading.annotation, names) {}

    void find() {
        std::stable_sort(passages_.begin(), passages_.end(), [](const Passing& a, const Passing& b) {
            const TokenSpan x = a.content.front(), y = b.content.front();
            return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
        });
        find_parents();
        for (std::uint32_t i = 0; i < passages_.size(); ++i) reading_.attributions.push_back(resolve(i));
        name_running_quotations();
        pass_on_relays();
        for (Entity& entity : names_.entities) {
            std::sort(entity.mentions.begin(), entity.mentions.end());
            entity.mentions.erase(std::unique(entity.mentions.begin(), entity.mentions.end()), entity.mentions.end());
            std::sort(entity.aliases.begin(), entity.aliases.end());
            entity.aliases.erase(std::unique(entity.aliases.begin(), entity.aliases.end()), entity.aliases.end());
            std::erase(entity.aliases, entity.name);
        }
        reading_.entities = std::move(names_.entities);
    }

  private:
    [[nodiscard]] ByteSpan bytes(TokenSpan span) const { return {tokens_[span.begin].begin, tokens_[span.end - 1].end}; }
    [[nodiscard]] Entity& entity(EntityId id) const { return names_.entities[id - 1]; }

    // ---- nesting: the smallest content that holds another attribution's cue (its source, its content) and all of its content

    void find_parents() {
        parent_of_.assign(passages_.size(), kNone);
        for (std::uint32_t i = 0; i < passages_.size(); ++i) {
            const Passing& inner = passages_[i];
            const TokenSpan anchor = !inner.cue.empty() ? inner.cue : !inner.source.empty() ? inner.source : inner.content.front();
            std::uint32_t smallest = kNone;
            for (std::uint32_t k = i > kMostAround ? i - kMostAround : 0; k < i; ++k) {
                for (const TokenSpan span : passages_[k].content) {
                    const bool holds = span.begin <= anchor.begin && anchor.end <= span.end && span.begin <= inner.content.front().begin && inner.content.back().end <= span.end;
                    if (!holds || span.size() >= smallest || span == inner.content.front()) continue;
                    parent_of_[i] = k;
                    smallest = span.size();
                }
            }
        }
    }

    // ---- one attribution

    Attribution resolve(std::uint32_t index) {
        const Passing& passing = passages_[index];
        Attribution attribution;
        attribution.speech = passing.speech;
        attribution.act = passing.act;
        attribution.score = passing.score;
        attribution.parent = parent_of_[index];
        if (!passing.source.empty()) attribution.source.push_back(bytes(passing.source));
        if (!passing.cue.empty()) attribution.cue.push_back(bytes(passing.cue));
        if (!passing.to.empty()) attribution.to.push_back(bytes(passing.to));
        for (const TokenSpan span : passing.content) attribution.content.push_back(bytes(span));

        std::vector<EntityId> told = relay_finder_.find(passing);
        const auto known = passing.floating && passing.speaker_of != 0 ? speaker_of_.find(passing.speaker_of) : speaker_of_.end();
        attribution.speaker = passing.speaker != kNobody ? passing.speaker : known != speaker_of_.end() ? known->second : find_speaker(index, told);
        if (passing.speaker_of != 0) speaker_of_.try_emplace(passing.speaker_of, attribution.speaker);
        if (told.empty())
            if (const EntityId outlet = unnamed_outlet_of(passing); outlet != kNobody) told.push_back(outlet);
        if (told.empty())
            if (const EntityId document = document_of(passing, attribution.speaker); document != kNobody) told.push_back(document);
        if (told.empty() && attribution.speaker != kNobody && relay_finder_.is_new_occasion(passing)) told_.erase(attribution.speaker);
        attribution.relays = relays_of(attribution.speaker, std::move(told), passing.content.front().begin);
        attribution.hand = hand_of(passing, attribution);
        if (attribution.parent == kNone && (passing.speech != Speech::indirect || !passing.source.empty())) discourse_.add_speaker(passing.content.front().begin, attribution.speaker);
        if (attribution.parent == kNone) last_outer_ = attribution.speaker;
        if (attribution.parent != kNone) {
            beside_[attribution.parent] = attribution.speaker;
            keep_reporter(attribution, passing.content.front().begin);
        }
        return attribution;
    }

    // "told a German newspaper", "said on state television"
    EntityId unnamed_outlet_of(const Passing& passing) {
        const TokenSpan span = relay_finder_.unnamed_outlet_of(passing);
        if (span.empty()) return kNobody;
        EntityId& known = unnamed_outlets_[base::fold(describe(span))];
        if (known != kNobody) {
            entity(known).mentions.push_back(bytes(span));
            return known;
        }
        Entity fresh;
        fresh.kind = EntityKind::outlet;
        fresh.name = describe(span);
        return known = append(std::move(fresh), span);
    }

    // "wrote in her resignation letter"
    EntityId document_of(const Passing& passing, EntityId speaker) {
        if (speaker == kNobody || entity(speaker).kind == EntityKind::document) return kNobody;
        const TokenSpan span = relay_finder_.document_of(passing);
        if (span.empty()) return kNobody;
        SourcePhrase phrase = phrases_.read(span);
        while (phrase.span.size() > 1 && tokens_[phrase.span.end - 1].kind == TokenKind::punctuation) --phrase.span.end;
        EntityId& known = written_[{speaker, phrase.head == kNone ? 0 : tokens_[phrase.head].word}];
        if (known != kNobody) {
            entity(known).mentions.push_back(bytes(span));
            return known;
        }
        phrase.asked = Asked::document;
        phrase.named = kNobody;
        static const lexicon::WordSet kWhose("its their my our own one");
        const bool title = tokens_[span.begin - 1].kind == TokenKind::quote;      // inside its marks: "The Long Ferry"
        while (!title && phrase.span.size() > 1 && (kWhose.contains(tokens_[phrase.span.begin].word) || phrases_.determiner_of({phrase.span.begin, phrase.span.begin + 1}) != Determiner::none)) ++phrase.span.begin;
        known = create(phrase, span, kNobody);
        if (title) entity(known).name = base::shorten(base::squeeze(slice(text_, bytes(phrase.span))), kLongestDescription);
        return known;
    }

    // A relay named for a speaker holds for his next words.
    [[nodiscard]] std::vector<EntityId> relays_of(EntityId speaker, std::vector<EntityId> told, std::uint32_t at) {
        if (speaker == kNobody) return told;
        Told& kept = told_[speaker];
        const bool document = !kept.relays.empty() && entity(kept.relays.front()).kind == EntityKind::document;
        const bool goes_on = at - std::min(at, kept.told_at) <= kLongestInterview && at - std::min(at, kept.at) <= (document ? kLongestDocumentCarry : kLongestCarry);
        if (!told.empty()) kept = {std::move(told), at, at};
        else if (!goes_on) kept.relays.clear();
        kept.at = at;
        std::vector<EntityId> relays = kept.relays;
        std::erase(relays, speaker);
        const Entity& who = entity(speaker);
        if (who.kind == EntityKind::unnamed && who.relay != kNobody && relays.empty()) relays.push_back(who.relay);
        return relays;
    }

    // "The Herald reports that the mayor said …": what he says next came through the Herald too.
    void keep_reporter(const Attribution& attribution, std::uint32_t at) {
        const EntityId reporter = reading_.attributions[attribution.parent].speaker;
        if (attribution.speaker == kNobody || !attribution.relays.empty() || !relay_finder_.is_relay(reporter) || reporter == attribution.speaker) return;
        told_[attribution.speaker] = {{reporter}, at, at};
    }

    [[nodiscard]] Hand hand_of(const Passing& passing, const Attribution& attribution) {
        static const lexicon::WordSet kPosts("wrote posted tweeted shared tweets writes posts writing tweeting posting captioned captioning blogged");
        if (attribution.parent != kNone) return Hand::retold;
        if (passing.floating) return last_hand_;
        last_hand_ = passing.speaker != kNobody ? Hand::own : Hand::told;
        for (std::uint32_t i = passing.cue.begin; i < passing.cue.end; ++i)
            if (kPosts.contains(tokens_[i].word)) last_hand_ = Hand::own;
        return last_hand_;
    }

    // ---- speakers

    EntityId find_speaker(std::uint32_t index, const std::vector<EntityId>& told) {
        const Passing& passing = passages_[index];
        TokenSpan source = passing.source;
        Question question;
        question.content = &passing.content;
        question.nested = parent_of_[index] != kNone;
        if (question.nested) {
            question.around = reading_.attributions[parent_of_[index]].speaker;
            if (const auto found = beside_.find(parent_of_[index]); found != beside_.end()) question.beside = found->second;
        }
        if (passing.passive) return kNobody;
        if (passing.source.empty()) {
            question.phrase.asked = passing.cue.empty() ? Asked::floating : Asked::unsaid;
            question.at = passing.cue.empty() ? passing.content.front().begin : passing.cue.begin;
            question.phrase.span = {question.at, question.at};
            if (const EntityId same = passing.cue.empty() && !question.nested ? said_right_before(index) : kNobody; same != kNobody) return same;
            return ask(index, question);
        }
        question.phrase = phrases_.read(passing.source);
        question.at = passing.source.begin;
        question.to = passing.to;
        question.quoted = discourse_.is_quoted(question.at);
        question.relay = told.empty() ? relay_finder_.outlet_in(passing.source) : told.front();
        if (!question.phrase.with.empty()) return together(question.phrase, passing.source);
        if (question.phrase.named != kNobody) return question.phrase.named;
        if (question.phrase.speaks_for_owner) return question.phrase.owner;
        if (question.phrase.asked == Asked::i && !question.nested && !question.quoted) return article();
        if (is_relative(question.phrase)) {                          // "two women who said": the phrase right before
            if (const EntityId who = discourse_.right_before(question.at); who != kNobody) return who;
            const TokenSpan before = phrases_.phrase_before(question.at);
            if (before.empty()) return ask(index, question);
            question.phrase = phrases_.read(before);
            question.at = before.begin;
            source = before;
            if (told.empty()) question.relay = relay_finder_.outlet_in(source);
        }
        if (is_everybody(question.phrase)) return kNobody;
        if (question.phrase.asked == Asked::they && !question.nested && is_unnamed(last_outer_)) return recall(question.phrase, source, last_outer_);   // "they" of one source
        if (const EntityId outlet = relay_finder_.the_outlet(source); outlet != kNobody) return outlet;
        if (question.phrase.is_mouthpiece)
            if (const EntityId principal = find_principal(index, question); principal != kNobody) return principal;
        if (const EntityId meant = ask(index, question); meant != kNobody) return recall(question.phrase, source, meant);
        if (is_somebody(question.phrase)) return create(question.phrase, source, question.relay);
        return question.phrase.asked == Asked::i ? question.around : kNobody;
    }

    // "“No,” Mill said on Friday. “Never.”": whose cue stands last before a quotation in its paragraph. Nobody: none does, or not alone.
    [[nodiscard]] EntityId said_right_before(std::uint32_t index) const {
        const std::uint32_t at = passages_[index].content.front().begin;
        const TokenSpan paragraph = span_around(reading_.annotation.paragraphs, at);
        std::uint32_t best = kNone;
        for (std::uint32_t k = index > kMostAround ? index - kMostAround : 0; k < index; ++k) {
            const TokenSpan cue = passages_[k].cue;
            if (cue.empty() || cue.begin < paragraph.begin || cue.end > at || parent_of_[k] != kNone) continue;
            if (best == kNone || cue.begin > passages_[best].cue.begin) best = k;
        }
        if (best == kNone || passages_[best].speech == Speech::indirect) return kNobody;
        return reading_.attributions[best].speaker;
    }

    // A description, or "they", "those", "one": somebody without a name. Not "I", "we", "you", "nobody".
    [[nodiscard]] bool is_somebody(const SourcePhrase& phrase) const {
        static const lexicon::WordSet kNobodyMeant("you your who which nobody everybody everyone anyone");
        if (phrase.head != kNone) return true;
        return phrase.asked == Asked::they || (phrase.asked == Asked::whoever && !kNobodyMeant.contains(tokens_[phrase.span.begin].word));
    }

    [[nodiscard]] bool is_unnamed(EntityId id) const { return id != kNobody && entity(id).kind == EntityKind::unnamed; }
    [[nodiscard]] bool is_everybody(const SourcePhrase& phrase) const {
        static const lexicon::WordSet kEverybody("everybody everyone nobody anyone"), kNone("no neither none");
        if (kNone.contains(tokens_[phrase.span.begin].word) && phrase.span.size() > 1) return true;     // "no group", "no one"
        return phrase.asked == Asked::whoever && kEverybody.contains(tokens_[phrase.span.begin].word);
    }

    EntityId ask(std::uint32_t index, const Question& question) {
        const std::vector<Candidate> candidates = discourse_.candidates(question);
        return candidates[choose_(index, question.phrase.asked, candidates)].entity;
    }

    EntityId recall(const SourcePhrase& phrase, TokenSpan source, EntityId meant) {
        discourse_.add_mention(source.begin, meant, phrase.head);
        if (phrase.gender != Gender::unknown && names_.genders[meant - 1] == Gender::unknown) names_.genders[meant - 1] = phrase.gender;
        Entity& known = entity(meant);
        const bool named = known.kind == EntityKind::person || known.kind == EntityKind::organization || known.kind == EntityKind::outlet || known.kind == EntityKind::place;
        if (!named) known.mentions.push_back(bytes(source));   // of what has a name, mentions are where the name stands
        if (!named || phrase.head == kNone || source.size() > kLongestAlias || phrase.determiner == Determiner::possessive) return meant;
        if (known.aliases.size() < kMostAliases) known.aliases.push_back(base::squeeze(slice(text_, bytes(phrase.span))));
        return meant;
    }

    // Several who say one thing: "Nora Quill and Peter Odd", by their full names.
    EntityId together(const SourcePhrase& phrase, TokenSpan source) {
        std::string name = entity(phrase.named).name;
        for (std::size_t i = 0; i < phrase.with.size(); ++i) name += (i + 1 == phrase.with.size() ? " and " : ", ") + entity(phrase.with[i]).name;
        if (const auto known = together_.find(name); known != together_.end()) {
            entity(known->second).mentions.push_back(bytes(source));
            discourse_.add_mention(source.begin, known->second, kNone);
            return known->second;
        }
        Entity fresh;
        fresh.kind = entity(phrase.named).kind;
        fresh.name = name;
        fresh.number = Number::several;
        const EntityId id = append(std::move(fresh), source);
        together_[std::move(name)] = id;
        discourse_.add_mention(source.begin, id, kNone);
        return id;
    }

    // "I" in nobody's words is the article itself.
    EntityId article() {
        if (article_ != kNobody) return article_;
        Entity fresh;
        fresh.kind = EntityKind::article;
        fresh.name = "the article";
        return article_ = append(std::move(fresh), {});
    }
    [[nodiscard]] bool is_relative(const SourcePhrase& phrase) const {
        static const lexicon::WordSet kRelative("who which that");
        return phrase.asked == Asked::whoever && kRelative.contains(tokens_[phrase.span.begin].word);
    }

    // For whom "a company spokesman", "her publicist", "a spokeswoman for the actress" speaks.
    EntityId find_principal(std::uint32_t index, const Question& mouthpiece) {
        Question question = mouthpiece;
        const TokenSpan principal = phrases_.principal_of(mouthpiece.phrase);
        if (principal.empty()) return kNobody;
        question.phrase = phrases_.read(principal);
        if (question.phrase.named != kNobody) return question.phrase.named;
        return ask(index, question);
    }

    // ---- sources without a name

    EntityId create(const SourcePhrase& phrase, TokenSpan source, EntityId relay) {
        Entity fresh;
        fresh.name = describe(phrase.span);
        if (phrase.asked == Asked::document) {
            static const lexicon::WordSet kAges("new recent latest landmark newly");
            if (const std::string shorter = describe(phrases_.own_words(phrase)); shorter != fresh.name) fresh.aliases.push_back(shorter);
            TokenSpan ageless = phrase.span;
            if (phrase.determiner != Determiner::none) ++ageless.begin;
            if (ageless.size() > 1 && kAges.contains(tokens_[ageless.begin].word)) fresh.aliases.push_back(describe({ageless.begin + 1, ageless.end}));
            fresh.kind = EntityKind::document;
        } else if (phrase.asked == Asked::organization && phrase.owner_in_front) {
            fresh.kind = EntityKind::organization;                  // "the Odd administration"
        } else {
            fresh.kind = EntityKind::unnamed;
            fresh.description = fresh.name;
            fresh.number = number_of(phrase);
            fresh.relay = relay;                                    // "another source" need not have spoken to the same outlet
        }
        const EntityId id = append(std::move(fresh), source);
        names_.genders.back() = phrase.gender;
        discourse_.add_mention(source.begin, id, phrase.head);
        return id;
    }
    [[nodiscard]] Number number_of(const SourcePhrase& phrase) const {
        if (phrase.determiner == Determiner::indefinite) return Number::one;
        if (phrase.asked == Asked::people || phrase.asked == Asked::they || phrase.determiner == Determiner::several) return Number::several;
        if (phrase.asked == Asked::person || phrase.asked == Asked::source || phrase.asked == Asked::organization) return Number::one;
        const std::string_view head = phrase.head == kNone ? std::string_view{} : slice(text_, bytes({phrase.head, phrase.head + 1}));
        return phrase.asked == Asked::thing && head.ends_with('s') && !head.ends_with("ss") && tokens_[phrase.head].letter_case == LetterCase::lower ? Number::several : Number::unknown;
    }
    [[nodiscard]] std::string describe(TokenSpan span) const {
        static const lexicon::WordSet kFront("the that this same his her a an");
        while (span.size() > 1 && kFront.contains(tokens_[span.begin].word)) ++span.begin;
        return base::shorten(base::squeeze(slice(text_, bytes(span))), kLongestDescription);
    }
    EntityId append(Entity fresh, TokenSpan source) {
        fresh.id = static_cast<EntityId>(names_.entities.size() + 1);
        if (!source.empty()) fresh.mentions.push_back(bytes(source));
        names_.entities.push_back(std::move(fresh));
        names_.genders.push_back(Gender::unknown);
        return names_.entities.back().id;
    }

    // ---- afterwards

    // A quotation that runs on is its last paragraph's: the speaker may be named there only.
    void name_running_quotations() {
        std::size_t next = passages_.size();                        // the outer passage behind, where its speaker is settled
        for (std::size_t i = passages_.size(); i > 0; --i) {
            const Passing& passing = passages_[i - 1];
            if (parent_of_[i - 1] != kNone) continue;
            const bool open = passing.floating && passing.runs_on && next < passages_.size() && passages_[next].continues;
            if (open) {
                reading_.attributions[i - 1].speaker = reading_.attributions[next].speaker;
                reading_.attributions[i - 1].relays = reading_.attributions[next].relays;
                reading_.attributions[i - 1].hand = reading_.attributions[next].hand;
            }
            next = open || !passing.floating ? i - 1 : passages_.size();
        }
    }

    // "The Herald reported, citing the police": one content of two, the outlet passed it on.
    void add_those_who_cite() {
        std::vector<Attribution>& all = reading_.attributions;
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t k = i + 1; k < all.size() && all[k].content.front().begin == all[i].content.front().begin; ++k) {
                if (all[i].content != all[k].content || all[i].speaker == kNobody || all[k].speaker == kNobody || all[i].speaker == all[k].speaker) continue;
                const bool first = relay_finder_.is_relay(all[i].speaker), second = relay_finder_.is_relay(all[k].speaker);
                if (first == second) continue;
                std::vector<EntityId>& relays = all[first ? k : i].relays;
                const EntityId outlet = all[first ? i : k].speaker;
                if (std::find(relays.begin(), relays.end(), outlet) == relays.end()) relays.insert(relays.begin(), outlet);
            }
    }

    // What stands in somebody's words came through him, and through all through whom his words came. Unnamed sources are no relays.
    void pass_on_relays() {
        add_those_who_cite();
        for (Attribution& attribution : reading_.attributions) {
            if (attribution.parent == kNone) continue;
            const Attribution& around = reading_.attributions[attribution.parent];
            std::vector<EntityId> chain = around.relays;
            if (around.speaker != kNobody && entity(around.speaker).kind != EntityKind::unnamed && entity(around.speaker).kind != EntityKind::article) chain.push_back(around.speaker);
            for (const EntityId relay : attribution.relays)
                if (std::find(chain.begin(), chain.end(), relay) == chain.end()) chain.push_back(relay);
            std::erase(chain, attribution.speaker);
            attribution.relays = std::move(chain);
        }
    }

    Reading& reading_;
    std::string_view text_;
    const std::vector<Token>& tokens_;
    Names& names_;
    std::vector<Passing>& passages_;
    const Chooser& choose_;
    SourcePhrases phrases_;
    RelayFinder relay_finder_;
    Discourse discourse_;
    std::vector<std::uint32_t> parent_of_;         // of the passages
    std::map<std::uint32_t, EntityId> beside_;     // for a passage: who said the last one in its content
    struct Told {
        std::vector<EntityId> relays;
        std::uint32_t told_at = 0;                 // token of the words that name them
        std::uint32_t at = 0;                      // of the last words that came through them
    };
    std::map<EntityId, Told> told_;                // by speaker
    Hand last_hand_ = Hand::told;
    std::map<std::pair<EntityId, std::uint32_t>, EntityId> written_;         // by who wrote it and the head noun: "his letter"
    std::map<std::string, EntityId> unnamed_outlets_;                         // by their words
    std::map<std::string, EntityId> together_;
    std::map<std::uint32_t, EntityId> speaker_of_; // by Passing::speaker_of
    EntityId article_ = kNobody, last_outer_ = kNobody;          // last_outer_: who said the last words that stand in nobody's
};

}  // namespace

void find_speakers(Reading& reading, Names& names, std::vector<Passing>& passages, const Chooser& choose) { SpeakerFinder(reading, names, passages, choose).find(); }

}  // namespace firsthand::extract
