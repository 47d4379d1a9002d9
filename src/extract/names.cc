// Names as the network tagged them, and outlets by their list; shorter forms join the longer one that ends or begins alike, or
// whose initials they are.
// Tested by tests/stages/.
#include "extract/names.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "base/utf8.h"
#include "lexicon/outlets.h"
#include "lexicon/words.h"

namespace firsthand::extract {

namespace {

using lexicon::Gender;

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
    // "New York Times Square": the outlet's words belong to a longer name.
    [[nodiscard]] bool runs_on(std::uint32_t at, TokenSpan sentence) const {
        return at < sentence.end && tokens_[at].letter_case == LetterCase::title && tokens_[at].begin == tokens_[at - 1].end + 1 &&
               lexicon::is_organization_word(tokens_[at].word);
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
    [[nodiscard]] bool is_mere_title(std::uint32_t at) const { return lexicon::is_title(tokens_[at].word) || lexicon::is_role(tokens_[at].word); }
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
            return (word == longer.words.back() || (word == longer.words.front() && longer.words.size() <= 3)) && (shorter.kind == EntityKind::person || (shorter.kind == EntityKind::organization && !shorter.sure));
        }
        if (ends_alike && longer.words.size() == shorter.words.size() + 1 && (lexicon::is_place(longer.words.front()) || lexicon::is_nationality(longer.words.front()))) return true;   // "the Navy"
        return shorter.words.size() == 1 && shorter.words.front() == longer.words.front() && !lexicon::is_place(shorter.words.front()) && shorter.kind == EntityKind::organization;
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
    boost::unordered_flat_map<std::uint32_t, std::uint32_t> by_initials_;
};

}  // namespace

Names gather_names(const Document& document, const Annotation& annotation, const std::vector<TaggedTokens>& tagged) { return NameFinder(document, annotation).gather(tagged); }

}  // namespace firsthand::extract
