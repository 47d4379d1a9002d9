// Names by letter case and word lists, an interim until the encoder tags them. A name is a run of capitalised words; its
// kind comes from its own words, its titles and the lists; shorter forms join the longer one that ends or begins alike.
// Tested by tests/stages/.
#include "extract/names.h"

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "base/utf8.h"
#include "lexicon/cues.h"
#include "lexicon/outlets.h"
#include "lexicon/words.h"

namespace firsthand::extract {

namespace {

using lexicon::Gender;

const lexicon::WordSet& particles() {
    static const lexicon::WordSet words("al bin ibn ben de da di del della der den van von la le el du dos das bint abu");
    return words;
}

const lexicon::WordSet& generations() {
    static const lexicon::WordSet words("jr sr ii iii iv");
    return words;
}

constexpr std::size_t kMostAlike = 64;             // names that share a word: bounds the work on hostile texts

bool is_capitalised(const Token& token, std::string_view text) {
    if (token.kind != TokenKind::word || token.letter_case == LetterCase::lower || token.letter_case == LetterCase::none) return false;
    return std::none_of(text.begin() + token.begin, text.begin() + token.end, [](char c) { return c >= '0' && c <= '9'; });   // "G20HAM17"
}

// A name form: the same words, however often they stand there.
struct Form {
    std::vector<std::uint32_t> words;
    std::string text;
    EntityKind kind = EntityKind::person;
    bool sure = false;                             // the kind was told by a title or a list
    Gender gender = Gender::unknown;
    std::vector<std::uint32_t> mentions;
    std::string with_title;                        // "King Abdullah"
    std::uint32_t joined = 0;                      // index of the form it means
};

class NameFinder {
  public:
    NameFinder(const Document& document, const Annotation& annotation) : text_(document.text), annotation_(annotation), tokens_(annotation.tokens) {}

    Names find() {
        names_.mention_at.assign(tokens_.size(), 0);
        for (const TokenSpan sentence : annotation_.sentences) note_case(sentence);
        for (const TokenSpan sentence : annotation_.sentences) read_sentence(sentence);
        join_forms();
        return make_entities();
    }

    Names gather(const std::vector<TaggedTokens>& tagged) {
        names_.mention_at.assign(tokens_.size(), 0);
        auto next = tagged.begin();
        for (const TokenSpan sentence : annotation_.sentences) {
            for (std::uint32_t i = sentence.begin; i < sentence.end;) {
                while (next != tagged.end() && next->tokens.end <= i) ++next;
                const bool begins = next != tagged.end() && next->tokens.begin <= i;
                const std::uint32_t end = begins ? std::min(next->tokens.end, sentence.end) : i;
                const std::uint32_t outlet = lexicon::outlet_tokens(tokens_, i, sentence.end);
                if (outlet > 0 && i + outlet >= end && !runs_on(i + outlet, sentence)) {
                    add({i, i + outlet}, {i, i + outlet}, EntityKind::outlet, true, Gender::unknown);
                    i += outlet;
                } else if (begins) {
                    add_tagged({i, end}, next->kind, sentence);
                    i = end;
                } else {
                    ++i;
                }
            }
        }
        join_forms();
        return make_entities();
    }

  private:
    // Headlines and shouted lines capitalise everything: no new names from them.
    [[nodiscard]] bool is_headline(TokenSpan sentence) const {
        std::uint32_t words = 0;
        std::uint32_t capitals = 0;
        for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
            if (tokens_[i].kind != TokenKind::word) continue;
            ++words;
            capitals += tokens_[i].letter_case != LetterCase::lower ? 1 : 0;
        }
        if (text_.substr(tokens_[sentence.begin].begin).starts_with("—")) return false;   // a signature: "— Mara Quill (@mquill), May 3"
        const bool stopped = text_[tokens_[sentence.end - 1].begin] == '.';
        return words >= 4 && capitals * 10 >= words * (stopped ? 10 : 7);
    }

    [[nodiscard]] bool ends_as_cue(std::uint32_t at) const {
        const lexicon::Cue* cue = lexicon::find_cue(tokens_[at].word);
        return cue != nullptr && cue->form == lexicon::CueForm::finite && (cue->plain || text_.substr(0, tokens_[at].end).ends_with("ed"));
    }

    // Which words stand in capitals inside a sentence: what opens one in capitals may then be a name too.
    void note_case(TokenSpan sentence) {
        if (is_headline(sentence)) return;
        for (std::uint32_t i = sentence.begin; i < sentence.end; ++i)
            if (is_capitalised(tokens_[i], text_) && !opens_sentence(i, sentence)) capital_inside_.insert(tokens_[i].word);
    }
    [[nodiscard]] bool may_open_as_name(std::uint32_t at) const {
        const Token& token = tokens_[at];
        if (token.letter_case != LetterCase::title || capital_inside_.contains(token.word) || lexicon::is_given_name(token.word) || lexicon::is_place(token.word)) return true;
        const std::uint32_t next = at + 1;
        return next < tokens_.size() && lexicon::find_cue(tokens_[next].word) != nullptr && lexicon::find_cue(tokens_[next].word)->plain;
    }

    void read_sentence(TokenSpan sentence) {
        if (is_headline(sentence)) return;
        for (std::uint32_t i = sentence.begin; i < sentence.end;) {
            if (const std::uint32_t outlet = lexicon::outlet_tokens(tokens_, i, sentence.end); outlet > 0 && !runs_on(i + outlet, sentence)) {
                add({i, i + outlet}, {i, i + outlet}, EntityKind::outlet, true, Gender::unknown);
                i += outlet;
            } else if (is_capitalised(tokens_[i], text_) && tokens_[i].word != the()) {
                i = read_name(i, sentence);
            } else {
                ++i;
            }
        }
    }

    // "New York Times Square": the outlet's words belong to a longer name.
    [[nodiscard]] bool runs_on(std::uint32_t at, TokenSpan sentence) const {
        return at < sentence.end && tokens_[at].letter_case == LetterCase::title && tokens_[at].begin == tokens_[at - 1].end + 1 &&
               lexicon::is_organization_word(tokens_[at].word);
    }

    [[nodiscard]] bool opens_sentence(std::uint32_t at, TokenSpan sentence) const {
        return at == sentence.begin || tokens_[at - 1].kind == TokenKind::quote || text_[tokens_[at - 1].begin] == ':';
    }

    // The end of the run of capitalised words from `at`.
    [[nodiscard]] std::uint32_t end_of_run(std::uint32_t at, TokenSpan sentence) const {
        std::uint32_t end = at + 1;
        while (end < sentence.end) {
            const Token& token = tokens_[end];
            if (is_capitalised(token, text_) && !lexicon::is_calendar(token.word) && token.word != kI()) {
                ++end;
                continue;
            }
            const bool initial = text_[token.begin] == '.' && base::is_invisible(text_.substr(tokens_[end - 1].end, token.begin - tokens_[end - 1].end)) && tokens_[end - 1].end - tokens_[end - 1].begin <= 2;
            const bool joins = (token.letter_case == LetterCase::lower && particles().contains(token.word)) ||
                               (token.word == of() && (lexicon::is_organization_word(tokens_[end - 1].word) || lexicon::is_title(tokens_[end - 1].word))) || initial;
            if (!joins) break;
            std::uint32_t next = end + 1;
            while (next < sentence.end && tokens_[next].letter_case == LetterCase::lower && particles().contains(tokens_[next].word)) ++next;
            if (next >= sentence.end || !is_capitalised(tokens_[next], text_) || lexicon::is_stop_word(tokens_[next].word)) break;
            end = next + 1;
        }
        return end;
    }

    std::uint32_t read_name(std::uint32_t at, TokenSpan sentence) {
        const std::uint32_t end = end_of_run(at, sentence);
        TokenSpan whole{at, end};
        // What opens a sentence in capitals may be no name.
        while (whole.begin < end && lexicon::is_stop_word(tokens_[whole.begin].word) && (opens_sentence(whole.begin, sentence) || end - whole.begin == 1 || tokens_[whole.begin].word == kI()))
            ++whole.begin;
        if (whole.size() == 1 && opens_sentence(whole.begin, sentence) && !may_open_as_name(whole.begin)) return end;
        // "Waleed Abu Nada Tweeted": a cue in capitals ends the name.
        while (whole.size() > 1 && ends_as_cue(whole.end - 1)) --whole.end;
        TokenSpan name = whole;
        Gender gender = Gender::unknown;
        bool titled = false;
        for (std::uint32_t i = whole.begin; i + 1 < whole.end; ++i) {
            if (!is_mere_title(i) || has_organization_word({i + 1, whole.end})) continue;
            name.begin = skip_of(i + 1, whole.end);                // "Secretary of State Rex Odd"
            titled = true;
            if (const Gender told = lexicon::title_gender(tokens_[i].word); told != Gender::unknown) gender = told;
        }
        while (name.size() > 1 && tokens_[name.begin].word == 0) ++name.begin;   // the stop of "Mr."
        if (name.size() == 1 && is_mere_title(name.begin)) return end;
        if (name.size() > 1 && lexicon::is_nationality(tokens_[name.begin].word) && lexicon::is_given_name(tokens_[name.begin + 1].word)) ++name.begin;
        const bool behind_stop = name.begin > sentence.begin && text_[tokens_[name.begin - 1].begin] == '.' && name.begin >= 2 && lexicon::is_title(tokens_[name.begin - 2].word);
        if (behind_stop) {                                      // "Mr." + name: the stop broke the run
            titled = true;
            if (gender == Gender::unknown) gender = lexicon::title_gender(tokens_[name.begin - 2].word);
            whole.begin = std::min(whole.begin, name.begin - 2);
        }
        if (name.begin > sentence.begin && lexicon::is_role(tokens_[name.begin - 1].word)) titled = true;   // "spokesman Ty Votaw"
        if (name.empty() || (lexicon::is_calendar(tokens_[name.begin].word) && !lexicon::is_outlet_word(tokens_[name.end - 1].word))) return end;
        if (name.size() == 1 && lexicon::is_unnamed_source(tokens_[name.begin].word)) return end;   // "Experts say"
        if (name.size() == 1 && (lexicon::is_nationality(tokens_[name.begin].word) || tokens_[name.begin].word == kI())) return end;
        bool sure = titled;
        const EntityKind kind = titled && !has_organization_word(name) ? EntityKind::person : guess_kind(name, sure);
        add(name, whole, kind, sure, gender);
        return end;
    }

    // Titles within the tagged name and before it belong to the mention, not to the name.
    void add_tagged(TokenSpan name, EntityKind kind, TokenSpan sentence) {
        if (name.size() == 1 && is_compound(tokens_[name.begin])) return;
        TokenSpan whole = name;
        Gender gender = Gender::unknown;
        const auto note = [&](std::uint32_t at) {
            if (const Gender told = lexicon::title_gender(tokens_[at].word); told != Gender::unknown && gender == Gender::unknown) gender = told;
        };
        if (kind == EntityKind::person) {
            while (name.size() > 1 && (is_mere_title(name.begin) || tokens_[name.begin].word == 0)) note(name.begin++);
            while (whole.begin > sentence.begin) {
                const std::uint32_t at = whole.begin - 1;
                const bool stop = text_[tokens_[at].begin] == '.' && at > sentence.begin && lexicon::is_title(tokens_[at - 1].word);
                if (!stop && !(is_mere_title(at) && is_capitalised(tokens_[at], text_))) break;
                note(stop ? at - 1 : at);
                whole.begin = stop ? at - 1 : at;
            }
        } else if (kind == EntityKind::organization && name.size() > 1 && lexicon::is_outlet_word(tokens_[name.end - 1].word)) {
            kind = EntityKind::outlet;
        }
        add(name, whole, kind, name.size() > 1, gender);
    }

    // "Norland-based", "Odd-led"
    [[nodiscard]] bool is_compound(const Token& token) const {
        const std::string_view word = text_.substr(token.begin, token.end - token.begin);
        const std::size_t hyphen = word.rfind('-');
        return hyphen != std::string_view::npos && word.size() > hyphen + 3 && std::all_of(word.begin() + static_cast<std::ptrdiff_t>(hyphen) + 1, word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    }
    [[nodiscard]] std::uint32_t skip_of(std::uint32_t at, std::uint32_t end) const { return at < end && tokens_[at].word == of() ? std::min(at + 2, end) : at; }
    [[nodiscard]] bool is_mere_title(std::uint32_t at) const { return lexicon::is_title(tokens_[at].word) || lexicon::is_role(tokens_[at].word); }
    [[nodiscard]] static std::uint32_t kI() {
        static const std::uint32_t word = base::hash_word("i");
        return word;
    }
    [[nodiscard]] bool has_organization_word(TokenSpan name) const {
        for (std::uint32_t i = name.begin; i < name.end; ++i)
            if (lexicon::is_organization_word(tokens_[i].word)) return true;
        return false;
    }

    [[nodiscard]] EntityKind guess_kind(TokenSpan name, bool& sure) const {
        sure = true;
        const Token& first = tokens_[name.begin];
        if (name.size() > 1 && lexicon::is_outlet_word(tokens_[name.end - 1].word) && !lexicon::is_given_name(first.word)) return EntityKind::outlet;
        if (lexicon::is_platform(first.word) || has_organization_word(name)) return EntityKind::organization;
        if (name.size() > 1 && lexicon::is_given_name(first.word)) return EntityKind::person;
        if (lexicon::is_place(tokens_[name.end - 1].word)) return EntityKind::place;
        if (name.size() == 1 && first.letter_case == LetterCase::upper && first.end - first.begin >= 2) return EntityKind::organization;
        if (name.size() == 1 && lexicon::is_given_name(first.word)) return EntityKind::person;
        sure = false;
        if (lexicon::is_nationality(first.word)) return EntityKind::organization;   // "Islamic State"
        const bool behind_article = name.begin > 0 && tokens_[name.begin - 1].word == the();
        if (behind_article) return EntityKind::organization;
        return name.size() <= 3 ? EntityKind::person : EntityKind::organization;
    }
    [[nodiscard]] static std::uint32_t of() {
        static const std::uint32_t word = base::hash_word("of");
        return word;
    }
    [[nodiscard]] static std::uint32_t the() {
        static const std::uint32_t word = base::hash_word("the");
        return word;
    }

    void add(TokenSpan name, TokenSpan whole, EntityKind kind, bool sure, Gender gender) {
        std::uint64_t key = 0;
        for (std::uint32_t i = name.begin; i < name.end; ++i)
            if (tokens_[i].word != 0 && (tokens_[i].word != the() || name.size() == 1)) key = base::combine(key, tokens_[i].word);
        const auto [found, fresh] = form_of_.try_emplace(key, static_cast<std::uint32_t>(forms_.size()));
        if (fresh) {
            Form form;
            for (std::uint32_t i = name.begin; i < name.end; ++i)
                if (tokens_[i].word != 0 && !(form.words.size() > 1 && generations().contains(tokens_[i].word)) && tokens_[i].word != the()) form.words.push_back(tokens_[i].word);
            form.text = base::squeeze(text_.substr(tokens_[name.begin].begin, tokens_[name.end - 1].end - tokens_[name.begin].begin));
            form.kind = kind;
            form.sure = sure;
            if (form.kind == EntityKind::person && form.words.size() > 1) form.gender = lexicon::given_name_gender(form.words.front());
            forms_.push_back(std::move(form));
        }
        Form& form = forms_[found->second];
        if (sure && !form.sure) {
            form.kind = kind;
            form.sure = true;
        }
        if (gender != Gender::unknown) form.gender = gender;
        if (whole.begin < name.begin && form.with_title.empty())
            form.with_title = base::squeeze(text_.substr(tokens_[whole.begin].begin, tokens_[name.end - 1].end - tokens_[whole.begin].begin));
        form.mentions.push_back(static_cast<std::uint32_t>(names_.mentions.size()));
        names_.mentions.push_back({name, whole, kNobody});
        for (std::uint32_t i = name.begin; i < name.end; ++i) names_.mention_at[i] = static_cast<std::uint32_t>(names_.mentions.size());
    }

    // Does the shorter form mean the longer one?
    [[nodiscard]] static bool means(const Form& shorter, const Form& longer) {
        if (shorter.words.size() >= longer.words.size()) return false;
        const bool ends_alike = std::equal(shorter.words.rbegin(), shorter.words.rend(), longer.words.rbegin());
        if (longer.kind == EntityKind::outlet) {                  // "the Ledger" for The Hollow Ledger, "NBC" for NBC News
            const auto rest = longer.words.begin() + static_cast<std::ptrdiff_t>(shorter.words.size());
            const bool begins_alike = std::equal(shorter.words.begin(), shorter.words.end(), longer.words.begin()) && std::all_of(rest, longer.words.end(), lexicon::is_outlet_word);
            const bool last = ends_alike && lexicon::is_outlet_word(shorter.words.back()) && shorter.words.size() == 1;
            return shorter.kind != EntityKind::person && shorter.kind != EntityKind::place && (last || (begins_alike && !lexicon::is_outlet_word(shorter.words.front())));
        }
        if (longer.kind == EntityKind::place || shorter.kind == EntityKind::outlet) return false;
        if (longer.kind == EntityKind::person) {
            if (shorter.words.size() > 1) return shorter.words.back() == longer.words.back() && (ends_alike || shorter.words.front() == longer.words.front());   // "de Blasio"
            const std::uint32_t word = shorter.words.front();
            return (word == longer.words.back() || (word == longer.words.front() && longer.words.size() <= 3)) && (shorter.kind == EntityKind::person || !shorter.sure);
        }
        if (ends_alike && longer.words.size() == shorter.words.size() + 1 && (lexicon::is_place(longer.words.front()) || lexicon::is_nationality(longer.words.front()))) return true;   // "the Navy"
        return shorter.words.size() == 1 && shorter.words.front() == longer.words.front() && !lexicon::is_place(shorter.words.front()) && (shorter.kind == EntityKind::organization || !shorter.sure);
    }

    // "NBA" for National Bridge Authority: the initials of what is no small word.
    void consider_initials(std::uint32_t f, std::uint32_t& best) const {
        const auto found = by_initials_.find(forms_[f].words.front());
        if (found != by_initials_.end() && found->second != f && forms_[f].kind != EntityKind::person) best = found->second;
    }
    void note_initials(std::uint32_t f) {
        if (forms_[f].kind == EntityKind::person || forms_[f].kind == EntityKind::place) return;
        std::string initials;
        bool begins = true;
        for (const char c : forms_[f].text) {
            if (begins && c >= 'A' && c <= 'Z') initials += static_cast<char>(c - 'A' + 'a');
            begins = c == ' ' || c == '-';
        }
        if (initials.size() >= 3) by_initials_.try_emplace(base::hash_word(initials), f);
    }

    // Forms of several words are found by their first and last word; a short form joins the one mentioned last before it.
    void join_forms() {
        boost::unordered_flat_map<std::uint32_t, std::vector<std::uint32_t>> by_word;
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            forms_[f].joined = f;
            if (forms_[f].words.size() < 2) continue;
            note_initials(f);
            for (const std::uint32_t word : {forms_[f].words.front(), forms_[f].words.back()}) {
                std::vector<std::uint32_t>& forms = by_word[word];
                if (forms.size() < kMostAlike && (forms.empty() || forms.back() != f)) forms.push_back(f);
            }
        }
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            if (forms_[f].words.empty()) continue;
            std::uint32_t best = f;
            const auto consider = [&](std::uint32_t word) {
                const auto found = by_word.find(word);
                if (found == by_word.end()) return;
                for (const std::uint32_t other : found->second) {
                    if (other == f || !means(forms_[f], forms_[other])) continue;
                    const bool earlier = forms_[other].mentions.front() < forms_[f].mentions.front();
                    const bool best_earlier = best != f && forms_[best].mentions.front() < forms_[f].mentions.front();
                    if (best == f || (earlier && !best_earlier) || (earlier == best_earlier && forms_[other].mentions.size() > forms_[best].mentions.size())) best = other;
                }
            };
            consider(forms_[f].words.back());
            if (best == f && forms_[f].words.size() == 1) consider_initials(f, best);
            if (best == f && forms_[f].words.front() != forms_[f].words.back()) consider(forms_[f].words.front());
            forms_[f].joined = best;
        }
        for (Form& form : forms_) {
            for (int hops = 0; hops < 4 && forms_[form.joined].joined != form.joined; ++hops) form.joined = forms_[form.joined].joined;
        }
    }

    Names make_entities() {
        std::vector<EntityId> entity_of(forms_.size(), kNobody);
        for (std::uint32_t m = 0; m < names_.mentions.size(); ++m) mention_form_.push_back(0);
        for (std::uint32_t f = 0; f < forms_.size(); ++f)
            for (const std::uint32_t m : forms_[f].mentions) mention_form_[m] = f;
        for (std::uint32_t m = 0; m < names_.mentions.size(); ++m) {
            const Form& form = forms_[mention_form_[m]];
            const Form& full = forms_[form.joined];
            EntityId& id = entity_of[form.joined];
            if (id == kNobody) {
                Entity entity;
                entity.id = id = static_cast<EntityId>(names_.entities.size() + 1);
                entity.kind = full.kind;
                entity.name = full.text;
                if (!full.with_title.empty()) entity.aliases.push_back(full.with_title);
                names_.entities.push_back(std::move(entity));
                names_.genders.push_back(full.gender);
            }
            Entity& entity = names_.entities[id - 1];
            if (form.text != entity.name) entity.aliases.push_back(form.text);
            if (!form.with_title.empty()) entity.aliases.push_back(form.with_title);
            if (names_.genders[id - 1] == Gender::unknown) names_.genders[id - 1] = form.gender;
            NameMention& mention = names_.mentions[m];
            mention.entity = id;
            entity.mentions.push_back({tokens_[mention.tokens.begin].begin, tokens_[mention.tokens.end - 1].end});
        }
        for (Entity& entity : names_.entities) {
            std::sort(entity.aliases.begin(), entity.aliases.end());
            entity.aliases.erase(std::unique(entity.aliases.begin(), entity.aliases.end()), entity.aliases.end());
        }
        return std::move(names_);
    }

    std::string_view text_;
    const Annotation& annotation_;
    const std::vector<Token>& tokens_;
    Names names_;
    std::vector<Form> forms_;
    std::vector<std::uint32_t> mention_form_;
    boost::unordered_flat_map<std::uint64_t, std::uint32_t> form_of_;
    boost::unordered_flat_set<std::uint32_t> capital_inside_;
    boost::unordered_flat_map<std::uint32_t, std::uint32_t> by_initials_;
};

}  // namespace

Names find_names(const Document& document, const Annotation& annotation) { return NameFinder(document, annotation).find(); }

Names gather_names(const Document& document, const Annotation& annotation, const std::vector<TaggedTokens>& tagged) { return NameFinder(document, annotation).gather(tagged); }

}  // namespace firsthand::extract
