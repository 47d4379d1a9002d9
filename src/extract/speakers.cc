// One pass over the attributions in the order of the text, with a memory of who spoke last. A name speaks for itself;
// a pronoun goes to the last speaker or person that agrees; an unnamed source is typed by its description and its relay
// and never merged with another relay's. A relay named for a speaker holds for his next words. Tested by tests/stages/.
#include "extract/speakers.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/hash.h"
#include "base/utf8.h"
#include "lexicon/outlets.h"
#include "lexicon/words.h"

namespace firsthand::extract {

namespace {

using lexicon::Gender;

const lexicon::WordSet& he_words() {
    static const lexicon::WordSet words("he man boy uncle father brother husband son king prince actor widower congressman spokesman boyfriend businessman");
    return words;
}
const lexicon::WordSet& she_words() {
    static const lexicon::WordSet words("she woman girl aunt mother sister wife daughter queen princess duchess actress widow girlfriend congresswoman spokeswoman businesswoman");
    return words;
}
const lexicon::WordSet& mouthpieces() {            // speak as the one they belong to
    static const lexicon::WordSet words("spokesman spokeswoman spokesperson rep reps representative publicist agent lawyer attorney team camp");
    return words;
}
const lexicon::WordSet& behind_of() {              // a name behind these is not the head of its phrase
    static const lexicon::WordSet words("of for at with from in on to by near about against");
    return words;
}
const lexicon::WordSet& others() {
    static const lexicon::WordSet words("another second third other separate different");
    return words;
}
const lexicon::WordSet& definites() {
    static const lexicon::WordSet words("the that this same his her");
    return words;
}

constexpr std::size_t kShortestEnd = 4;            // letters of a short name: "Post", "Ledger"
constexpr std::size_t kMostLooked = 500;           // entities looked back at: bounds the work on hostile texts

class SpeakerFinder {
  public:
    SpeakerFinder(Reading& reading, Names& names, std::vector<Passing>& passages)
        : reading_(reading), text_(reading.document.text), tokens_(reading.annotation.tokens), names_(names), passages_(passages) {}

    void find() {
        std::stable_sort(passages_.begin(), passages_.end(), [](const Passing& a, const Passing& b) { return a.content.front().begin < b.content.front().begin; });
        find_possible_relays();
        quoted_.assign(tokens_.size(), false);
        for (const Quotation& quotation : reading_.annotation.quotations)
            for (std::uint32_t i = quotation.tokens.begin; quotation.depth == 0 && i < quotation.tokens.end; ++i) quoted_[i] = true;
        for (const Passing& passing : passages_) reading_.attributions.push_back(resolve(passing));
        name_running_quotations();
        find_parents();
        for (Entity& entity : names_.entities) {
            std::sort(entity.mentions.begin(), entity.mentions.end());
            entity.mentions.erase(std::unique(entity.mentions.begin(), entity.mentions.end()), entity.mentions.end());
        }
        reading_.entities = std::move(names_.entities);
    }

  private:
    // A quotation that runs on is its last paragraph's: the speaker may be named there only.
    void name_running_quotations() {
        for (std::size_t i = passages_.size(); i > 1; --i) {
            const Passing& before = passages_[i - 2];
            if (!before.floating || !before.runs_on || !passages_[i - 1].continues || passages_[i - 1].floating) continue;
            reading_.attributions[i - 2].speaker = reading_.attributions[i - 1].speaker;
            reading_.attributions[i - 2].relays = reading_.attributions[i - 1].relays;
        }
    }

    [[nodiscard]] ByteSpan bytes(TokenSpan span) const { return {tokens_[span.begin].begin, tokens_[span.end - 1].end}; }
    [[nodiscard]] Entity& entity(EntityId id) const { return names_.entities[id - 1]; }
    Attribution resolve(const Passing& passing) {
        Attribution attribution;
        attribution.speech = passing.speech;
        attribution.act = passing.act;
        attribution.score = passing.score;
        if (!passing.source.empty()) attribution.source.push_back(bytes(passing.source));
        if (!passing.cue.empty()) attribution.cue.push_back(bytes(passing.cue));
        if (!passing.to.empty()) attribution.to.push_back(bytes(passing.to));
        for (const TokenSpan span : passing.content) attribution.content.push_back(bytes(span));

        const std::vector<EntityId> told = relays_of(passing);
        const EntityId speaker = passing.floating ? last_ : find_speaker(passing, told);
        attribution.speaker = speaker;
        if (speaker != kNobody) {
            std::vector<EntityId>& kept = relays_[speaker];
            if (!told.empty()) kept = told;
            attribution.relays = kept;
            std::erase(attribution.relays, speaker);
            if (entity(speaker).kind == EntityKind::unnamed && entity(speaker).relay != kNobody && attribution.relays.empty()) attribution.relays.push_back(entity(speaker).relay);
        } else {
            attribution.relays = told;
        }
        attribution.hand = hand_of(passing, attribution);
        if (passing.speech != Speech::indirect || !passing.source.empty()) last_ = speaker;
        if (passing.speech != Speech::indirect) last_quoted_ = speaker;
        return attribution;
    }

    // Retold is what stands inside somebody else's words: find_parents() says so.
    [[nodiscard]] Hand hand_of(const Passing& passing, const Attribution& attribution) {
        static const lexicon::WordSet kPosts("wrote posted tweeted shared tweets writes posts writing tweeting posting captioned captioning blogged");
        if (!attribution.relays.empty()) return Hand::told;
        if (passing.floating) return last_hand_;
        last_hand_ = Hand::told;
        for (std::uint32_t i = passing.cue.begin; i < passing.cue.end; ++i)
            if (kPosts.contains(tokens_[i].word)) last_hand_ = Hand::own;
        return last_hand_;
    }

    // ---- relays

    // "told the Mirror", "in a statement to People", "speaking to TMZ", and the outlet inside an unnamed source's phrase.
    [[nodiscard]] std::vector<EntityId> relays_of(const Passing& passing) const {
        static const lexicon::WordSet kBefore("to with told tells by on via from in");
        std::vector<EntityId> found;
        if (!passing.to.empty()) add_outlets(passing.to, found);
        if (found.empty() && !passing.cue.empty()) {             // the adverbial behind the cue
            const std::uint32_t end = std::min<std::uint32_t>(static_cast<std::uint32_t>(tokens_.size()), passing.cue.end + 14);
            for (std::uint32_t i = passing.cue.end; i < end; ++i) {
                if (tokens_[i].kind == TokenKind::quote || text_[tokens_[i].begin] == '.') break;
                if (inside_content(i, passing)) break;
                const EntityId outlet = outlet_at(i);
                if (outlet == kNobody) continue;
                std::uint32_t before = i;
                while (before > passing.cue.end && (is_article(before - 1) || names_.mention_at[before - 1] == names_.mention_at[i])) --before;
                if (before > 0 && kBefore.contains(tokens_[before - 1].word)) add_outlets({i, i + 1}, found);
            }
        }
        if (found.empty() && !passing.source.empty()) {          // "a source speaking to Page Six", "sources told"
            bool reached = false;
            for (std::uint32_t i = passing.source.begin; i < passing.source.end; ++i) {
                reached = reached || tokens_[i].word == base::hash_word("speaking") || tokens_[i].word == base::hash_word("told");
                if (reached && outlet_at(i) != kNobody) add_outlets({i, i + 1}, found);
            }
        }
        return found;
    }
    [[nodiscard]] bool inside_content(std::uint32_t at, const Passing& passing) const {
        return std::any_of(passing.content.begin(), passing.content.end(), [&](TokenSpan span) { return at >= span.begin && at < span.end; });
    }
    [[nodiscard]] bool is_article(std::uint32_t at) const { return tokens_[at].word == base::hash_word("the"); }
    [[nodiscard]] EntityId outlet_at(std::uint32_t at) const {
        const std::uint32_t mention = names_.mention_at[at];
        if (mention == 0) return kNobody;
        const EntityId id = names_.mentions[mention - 1].entity;
        return may_relay_[id - 1] ? id : kNobody;
    }
    // Outlets, but not the article's own, by its short name neither: "told the Ledger" in The Hollow Ledger.
    void find_possible_relays() {
        const std::string own = lexicon::fold_outlet(reading_.document.outlet);
        for (const Entity& named : names_.entities) {
            const std::string folded = named.kind == EntityKind::outlet ? lexicon::fold_outlet(named.name) : "";
            const bool is_own = folded == own || (folded.size() >= kShortestEnd && own.ends_with(folded));
            may_relay_.push_back(named.kind == EntityKind::outlet && !is_own);
        }
    }
    void add_outlets(TokenSpan span, std::vector<EntityId>& found) const {
        for (std::uint32_t i = span.begin; i < span.end; ++i)
            if (const EntityId id = outlet_at(i); id != kNobody && std::find(found.begin(), found.end(), id) == found.end()) found.push_back(id);
    }

    // ---- speakers

    EntityId find_speaker(const Passing& passing, const std::vector<EntityId>& told) {
        const TokenSpan source = passing.source;
        if (source.empty()) return passing.cue.empty() ? last_ : kNobody;
        if (source.size() == 1 && names_.mention_at[source.begin] == 0 && is_pronoun(source.begin)) return resolve_pronoun(source.begin);
        const EntityId named = head_name(source);
        const std::uint32_t noun = find_word(source, lexicon::is_unnamed_source);
        if (named != kNobody && (noun == kNone || entity(named).kind == EntityKind::person)) return remember(named);
        if (noun != kNone) return unnamed_source(source, noun, told);
        if (const std::uint32_t mouth = find_in(source, mouthpieces()); mouth != kNone) {
            if (const EntityId id = any_name(source, true); id != kNobody) return remember(id);
        }
        if (const std::uint32_t role = find_word(source, lexicon::is_role); role != kNone) {
            const Gender gender = he_words().contains(tokens_[role].word) ? Gender::male : she_words().contains(tokens_[role].word) ? Gender::female : Gender::unknown;
            if (definites().contains(tokens_[source.begin].word)) {
                if (const EntityId id = title_holder(source.begin, tokens_[role].word); id != kNobody) return add_alias(id, source);
                if (const EntityId id = agreeing_person(source.begin, gender); id != kNobody) return add_alias(id, source);
            }
            return unnamed_source(source, role, told);
        }
        if (const std::uint32_t document = find_word(source, lexicon::is_document); document != kNone) {
            if (const EntityId id = any_name(source, false); id != kNobody) return remember(id);
            return described(source, EntityKind::document);
        }
        if (const EntityId id = any_name(source, false); id != kNobody) return remember(id);
        if (find_word(source, lexicon::is_organization_word) != kNone) return described(source, EntityKind::organization);
        return unnamed_source(source, source.end - 1, told);
    }

    EntityId remember(EntityId id) {
        if (entity(id).kind == EntityKind::person) last_person_ = id;
        return id;
    }
    EntityId add_alias(EntityId id, TokenSpan source) {
        if (source.size() <= 6) {
            std::vector<std::string>& aliases = entity(id).aliases;
            const std::string phrase = base::squeeze(slice(text_, bytes(source)));
            const auto at = std::lower_bound(aliases.begin(), aliases.end(), phrase);
            if (at == aliases.end() || *at != phrase) aliases.insert(at, phrase);
        }
        entity(id).mentions.push_back(bytes(source));
        return remember(id);
    }

    // The name that a phrase is about: the last one before the first comma ("agent Mark Steinberg, 40, of CAA"), else the
    // first behind it; not one behind a preposition, not one that owns what follows.
    [[nodiscard]] EntityId head_name(TokenSpan source) const {
        EntityId best = kNobody;
        EntityId person = kNobody;
        for (std::uint32_t i = source.begin; i < source.end; ++i) {
            if (text_[tokens_[i].begin] == ',' && person != kNobody) return person;
            const std::uint32_t m = names_.mention_at[i];
            if (m == 0) continue;
            const NameMention& mention = names_.mentions[m - 1];
            const std::uint32_t end = mention.tokens.end;
            const EntityKind kind = entity(mention.entity).kind;
            if (!owns(end) && !is_behind_preposition(mention, source) && kind != EntityKind::place) {
                if (kind == EntityKind::person) person = mention.entity;
                if (best == kNobody) best = mention.entity;
            }
            i = end - 1;
        }
        return person != kNobody ? person : best;
    }
    // "hardliners in the Ruritania": within the phrase, articles looked through.
    [[nodiscard]] bool is_behind_preposition(const NameMention& mention, TokenSpan phrase) const {
        std::uint32_t before = std::max(phrase.begin, mention.whole.begin);
        while (before > phrase.begin && is_article(before - 1)) --before;
        return before > phrase.begin && behind_of().contains(tokens_[before - 1].word);
    }
    // A possessive stands at `at`: "'s", or the bare apostrophe of "Woods'".
    [[nodiscard]] bool owns(std::uint32_t at) const {
        if (at >= tokens_.size() || at == 0 || !base::is_invisible(text_.substr(tokens_[at - 1].end, tokens_[at].begin - tokens_[at - 1].end))) return false;
        return text_[tokens_[at].begin] == '\'' || text_.substr(tokens_[at].begin).starts_with("’");
    }
    // behind: names behind a preposition count too ("a spokesman for Woods", never "hardliners in Ruritania").
    [[nodiscard]] EntityId any_name(TokenSpan source, bool behind) const {
        EntityId place = kNobody;
        for (std::uint32_t i = source.begin; i < source.end; ++i) {
            const std::uint32_t m = names_.mention_at[i];
            if (m == 0) continue;
            if (!behind && is_behind_preposition(names_.mentions[m - 1], source)) continue;
            const EntityId id = names_.mentions[m - 1].entity;
            if (entity(id).kind != EntityKind::place) return id;
            if (place == kNobody) place = id;
        }
        return place;
    }
    template <typename Question>
    [[nodiscard]] std::uint32_t find_word(TokenSpan source, Question question) const {
        for (std::uint32_t i = source.begin; i < source.end; ++i)
            if (names_.mention_at[i] == 0 && question(tokens_[i].word)) return i;
        return kNone;
    }
    [[nodiscard]] std::uint32_t find_in(TokenSpan source, const lexicon::WordSet& words) const {
        return find_word(source, [&](std::uint32_t word) { return words.contains(word); });
    }

    [[nodiscard]] bool agrees(EntityId id, Gender gender) const {
        if (id == kNobody || entity(id).kind != EntityKind::person) return false;
        const Gender have = names_.genders[id - 1];
        return gender == Gender::unknown || have == Gender::unknown || have == gender;
    }
    // The subject of the latest sentence that has one: its first person outside quotation marks who agrees, is behind no
    // preposition and owns nothing. Else the last speaker, else the nearest.
    [[nodiscard]] EntityId agreeing_person(std::uint32_t at, Gender gender) const {
        constexpr std::uint32_t kMostSentences = 5;
        const std::vector<TokenSpan>& sentences = reading_.annotation.sentences;
        auto sentence = std::upper_bound(sentences.begin(), sentences.end(), at, [](std::uint32_t token, TokenSpan span) { return token < span.begin; });
        for (std::uint32_t looked = 0; sentence != sentences.begin() && looked < kMostSentences; ++looked) {
            --sentence;
            for (std::uint32_t i = sentence->begin; i < std::min(sentence->end, at); ++i) {
                const std::uint32_t m = names_.mention_at[i];
                if (m == 0) continue;
                const NameMention& mention = names_.mentions[m - 1];
                const bool behind = mention.whole.begin > 0 && behind_of().contains(tokens_[mention.whole.begin - 1].word);
                if (!behind && !owns(mention.tokens.end) && !quoted_[i] && agrees(mention.entity, gender)) return mention.entity;
                i = mention.tokens.end - 1;
            }
            if (looked > 0 && agrees(last_person_, gender)) break;
        }
        if (agrees(last_person_, gender)) return last_person_;
        return nearest_person(at, gender);
    }
    // "the president": the person last named with that title ("President Odd").
    [[nodiscard]] EntityId title_holder(std::uint32_t at, std::uint32_t title) const {
        constexpr std::uint32_t kMostMentions = 200;
        auto mention = std::lower_bound(names_.mentions.begin(), names_.mentions.end(), at, [](const NameMention& m, std::uint32_t token) { return m.tokens.begin < token; });
        for (std::uint32_t looked = 0; mention != names_.mentions.begin() && looked < kMostMentions; ++looked) {
            --mention;
            for (std::uint32_t i = mention->whole.begin; i < mention->tokens.begin; ++i)
                if (tokens_[i].word == title) return mention->entity;
        }
        return kNobody;
    }
    [[nodiscard]] EntityId nearest_person(std::uint32_t at, Gender gender) const {
        constexpr std::uint32_t kMostTokens = 400;
        for (std::uint32_t i = at; i > 0 && at - i < kMostTokens; --i)
            if (const std::uint32_t m = names_.mention_at[i - 1]; m != 0 && agrees(names_.mentions[m - 1].entity, gender)) return names_.mentions[m - 1].entity;
        return kNobody;
    }
    [[nodiscard]] bool is_pronoun(std::uint32_t at) const {
        static const lexicon::WordSet kPronouns("he she they we i it who you");
        return kPronouns.contains(tokens_[at].word);
    }

    // Nobody where nothing fits: a pronoun is never a name.
    EntityId resolve_pronoun(std::uint32_t at) {
        const std::uint32_t word = tokens_[at].word;
        if (he_words().contains(word) || she_words().contains(word)) {
            const Gender gender = he_words().contains(word) ? Gender::male : Gender::female;
            if (last_ != kNobody && entity(last_).kind == EntityKind::unnamed && last_ == last_quoted_ && !person_since_last_quote(at, gender)) return last_;
            const EntityId id = agreeing_person(at, gender);
            return id == kNobody ? kNobody : remember(id);
        }
        if (word == base::hash_word("they")) {
            if (last_ != kNobody && entity(last_).kind != EntityKind::person) return last_;
            return last_unnamed_;
        }
        if (word == base::hash_word("it")) return last_ != kNobody && entity(last_).kind != EntityKind::person && entity(last_).kind != EntityKind::unnamed ? last_ : kNobody;
        if (word == base::hash_word("who") && at > 0) {
            const std::uint32_t before = tokens_[at - 1].kind == TokenKind::punctuation && at > 1 ? at - 2 : at - 1;
            if (names_.mention_at[before] != 0) return remember(names_.mentions[names_.mention_at[before] - 1].entity);
        }
        return kNobody;
    }
    [[nodiscard]] bool person_since_last_quote(std::uint32_t at, Gender gender) const {
        std::uint32_t looked = 0;
        for (std::uint32_t i = at; i > 0 && looked < 120; --i, ++looked) {
            const std::uint32_t m = names_.mention_at[i - 1];
            if (m != 0 && agrees(names_.mentions[m - 1].entity, gender)) return true;
            if (tokens_[i - 1].kind == TokenKind::quote) return false;
        }
        return false;
    }

    // ---- sources without a name

    [[nodiscard]] EntityId outlet_in(TokenSpan source) const {
        for (std::uint32_t i = source.begin; i < source.end; ++i)
            if (const EntityId id = outlet_at(i); id != kNobody) return id;
        return kNobody;
    }
    [[nodiscard]] std::string describe(TokenSpan source) const {
        TokenSpan span = source;
        while (span.size() > 1 && (definites().contains(tokens_[span.begin].word) || tokens_[span.begin].word == base::hash_word("a") || tokens_[span.begin].word == base::hash_word("an")))
            ++span.begin;
        while (span.size() > 1 && tokens_[span.end - 1].kind == TokenKind::punctuation) --span.end;
        return base::shorten(base::squeeze(slice(text_, bytes(span))), 120);
    }

    EntityId unnamed_source(TokenSpan source, std::uint32_t noun, const std::vector<EntityId>& told) {
        EntityId relay = told.empty() ? outlet_in(source) : told.front();
        const bool another = others().contains(tokens_[source.begin].word) || (source.size() > 1 && others().contains(tokens_[source.begin + 1].word));
        const bool definite = definites().contains(tokens_[source.begin].word) || (source.size() > 2 && outlet_in(source) != kNobody && noun + 1 == source.end && tokens_[source.begin].word != base::hash_word("a"));
        const std::uint32_t word = tokens_[noun].word;
        if (definite && !another) {
            for (std::size_t i = unnamed_.size(), looked = 0; i > 0 && looked < kMostLooked; --i, ++looked) {
                const Unnamed& known = unnamed_[i - 1];
                const EntityId known_relay = entity(known.id).relay;
                if (relay != kNobody && known_relay != relay) continue;
                if (known.word == word || (lexicon::is_unnamed_source(known.word) && lexicon::is_unnamed_source(word) && !lexicon::is_several(word) && !lexicon::is_several(known.word)))
                    return meet(known.id, source);
            }
        }
        const std::string description = describe(source);
        if (!another) {
            for (std::size_t i = unnamed_.size(), looked = 0; i > 0 && looked < kMostLooked; --i, ++looked) {
                const Unnamed& known = unnamed_[i - 1];
                if (entity(known.id).relay == relay && base::fold(entity(known.id).description) == base::fold(description) && lexicon::is_several(word)) return meet(known.id, source);
            }
        }
        Entity fresh;
        fresh.kind = EntityKind::unnamed;
        fresh.name = fresh.description = description;
        fresh.number = lexicon::is_several(word) ? Number::several : lexicon::is_unnamed_source(word) || lexicon::is_role(word) ? Number::one : Number::unknown;
        fresh.relay = relay;
        const EntityId id = append(std::move(fresh), source);
        unnamed_.push_back({id, word});
        last_unnamed_ = id;
        return id;
    }
    EntityId meet(EntityId id, TokenSpan source) {
        entity(id).mentions.push_back(bytes(source));
        last_unnamed_ = id;
        return id;
    }
    EntityId described(TokenSpan source, EntityKind kind) {
        const std::string description = describe(source);
        const std::string folded = base::fold(description);
        for (std::size_t i = names_.entities.size(), looked = 0; i > 0 && looked < kMostLooked; --i, ++looked) {
            const Entity& known = names_.entities[i - 1];
            if (known.kind == kind && base::fold(known.name) == folded) return meet_plain(known.id, source);
        }
        Entity fresh;
        fresh.kind = kind;
        fresh.name = description;
        return append(std::move(fresh), source);
    }
    EntityId meet_plain(EntityId id, TokenSpan source) {
        entity(id).mentions.push_back(bytes(source));
        return id;
    }
    EntityId append(Entity fresh, TokenSpan source) {
        fresh.id = static_cast<EntityId>(names_.entities.size() + 1);
        fresh.mentions.push_back(bytes(source));
        names_.entities.push_back(std::move(fresh));
        names_.genders.push_back(Gender::unknown);
        return names_.entities.back().id;
    }

    // ---- nesting: the smallest content that holds another attribution's cue and source

    void find_parents() {
        std::vector<Attribution>& all = reading_.attributions;
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            if (all[i].cue.empty()) continue;
            const ByteSpan cue = all[i].cue.front();
            std::uint32_t best_size = kNone;
            // Contents are ordered by their begin: a parent begins before the cue, and not far from it.
            for (std::uint32_t k = i > 8 ? i - 8 : 0; k < std::min<std::size_t>(all.size(), i + 8); ++k) {
                if (k == i) continue;
                for (const ByteSpan span : all[k].content) {
                    const bool holds = span.begin <= cue.begin && cue.end <= span.end && span.size() < best_size;
                    const bool holds_content = holds && span.begin <= all[i].content.front().begin && all[i].content.back().end <= span.end;
                    if (!holds_content || (span.begin == all[i].content.front().begin && span.end == all[i].content.back().end)) continue;
                    all[i].parent = k;
                    all[i].hand = Hand::retold;
                    best_size = span.size();
                }
            }
        }
    }

    struct Unnamed {
        EntityId id;
        std::uint32_t word;
    };

    Reading& reading_;
    std::string_view text_;
    const std::vector<Token>& tokens_;
    Names& names_;
    std::vector<Passing>& passages_;
    std::vector<bool> may_relay_;                  // of the named entities
    std::vector<bool> quoted_;                     // tokens inside quotation marks
    std::map<EntityId, std::vector<EntityId>> relays_;
    std::vector<Unnamed> unnamed_;
    Hand last_hand_ = Hand::told;
    EntityId last_ = kNobody, last_quoted_ = kNobody, last_person_ = kNobody, last_unnamed_ = kNobody;
};

}  // namespace

void find_speakers(Reading& reading, Names& names, std::vector<Passing>& passages) { SpeakerFinder(reading, names, passages).find(); }

}  // namespace firsthand::extract
