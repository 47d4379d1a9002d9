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

// Given names that one person may bear in turn; the first is the whole one.
constexpr std::string_view kShortNames[] = {
    "william bill billy will willie", "robert bob bobby rob robbie", "richard rick dick richie", "james jim jimmy jamie", "john johnny jack jon", "joseph joe joey", "thomas tom tommy",
    "michael mike mick mickey", "daniel dan danny", "benjamin ben benny", "samuel sam sammy", "alexander alex al sasha", "anthony tony", "christopher chris", "matthew matt", "nicholas nick nicky",
    "steven steve stephen", "david dave", "edward ed eddie ted ned", "elizabeth liz beth betty lizzie eliza", "margaret meg maggie peggy", "susan sue susie", "rebecca becky", "jennifer jen jenny",
    "andrew andy drew", "gregory greg", "jeffrey jeff", "kenneth ken kenny", "ronald ron ronnie", "lawrence larry", "gerald jerry gerry", "patrick pat paddy", "patricia pat patty trish",
    "victoria vicky vicki", "deborah debbie deb", "catherine cathy cate", "katherine kate katie kathy katy", "charles charlie chuck", "francis frank", "frederick fred freddie", "henry harry hank",
    "peter pete", "philip phil", "raymond ray", "timothy tim", "walter walt", "leonard len lenny", "theodore ted teddy", "donald don donnie", "douglas doug", "eugene gene", "joshua josh",
    "jonathan jon", "nathaniel nate nathan", "zachary zach zack", "vincent vince vinny", "barbara barb", "cynthia cindy", "jacqueline jackie", "kimberly kim", "pamela pam", "samantha sam", "sandra sandy",
    "mohammed mohamed muhammad mohammad"};

// Optimal string alignment, at most 1: one letter more, less, other, or two in turn.
bool is_one_slip(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1 || a == b) return false;
    std::size_t i = 0;
    while (i < a.size() && a[i] == b[i]) ++i;
    if (a.size() < b.size()) return a.substr(i) == b.substr(i + 1);
    return a.substr(i + 1) == b.substr(i + 1) || (i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.substr(i + 2) == b.substr(i + 2));
}

bool are_short_for(std::uint32_t a, std::uint32_t b) {
    static const std::vector<lexicon::WordSet> rows(std::begin(kShortNames), std::end(kShortNames));
    return std::any_of(rows.begin(), rows.end(), [&](const lexicon::WordSet& row) { return row.contains(a) && row.contains(b); });
}

constexpr std::size_t kShortestSpelled = 6;        // letters of a surname that may be misspelt
constexpr std::size_t kMostSpelled = 200;          // names that are compared letter by letter
constexpr std::uint32_t kLongestRepeat = 8;        // tokens
constexpr std::uint32_t kMostTitles = 12;          // tokens in front of a name
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

    Names gather(const std::vector<TaggedTokens>& found) {
        names_.mention_at.assign(tokens_.size(), 0);
        const std::vector<TaggedTokens> tagged = with_repeats(found);
        auto next = tagged.begin();
        for (const TokenSpan sentence : annotation_.sentences) {
            for (std::uint32_t i = sentence.begin; i < sentence.end;) {
                while (next != tagged.end() && next->tokens.end <= i) ++next;
                const bool begins = next != tagged.end() && next->tokens.begin <= i;
                const std::uint32_t end = begins ? std::min(next->tokens.end, sentence.end) : i;
                const std::uint32_t outlet = lexicon::outlet_tokens(tokens_, i, sentence.end);
                if (outlet > 0 && is_titled(i, sentence)) {        // "Mr. Bloomberg"
                    add_tagged({i, std::max(i + outlet, end)}, EntityKind::person, sentence);
                    i = std::max(i + outlet, end);
                } else if (outlet > 0 && i + outlet >= end && !runs_on(i + outlet, sentence)) {
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
    // What was tagged, and where the same words stand in capitals again: names of several words, "a Keyhole Weekly source". And outlets
    // that were missed, by their last word.
    [[nodiscard]] std::vector<TaggedTokens> with_repeats(const std::vector<TaggedTokens>& tagged) const {
        boost::unordered_flat_map<std::uint64_t, EntityKind> known;
        std::uint32_t longest = 0;
        for (const TaggedTokens& name : tagged) {
            if (name.tokens.size() < 2 || name.tokens.size() > kLongestRepeat) continue;
            known.try_emplace(key_of(name.tokens), name.kind);
            longest = std::max(longest, name.tokens.size());
        }
        std::vector<TaggedTokens> all;
        auto next = tagged.begin();
        for (std::uint32_t i = 0; i < tokens_.size();) {
            while (next != tagged.end() && next->tokens.end <= i) ++next;
            if (next != tagged.end() && next->tokens.begin <= i) {
                all.push_back(*next);
                i = next->tokens.end;
                continue;
            }
            const auto limit = next == tagged.end() ? static_cast<std::uint32_t>(tokens_.size()) : next->tokens.begin;
            const std::uint32_t room = std::min(limit, i + longest);
            std::uint32_t end = i;
            for (std::uint32_t k = room; is_capitalised(tokens_[i], text_) && k > i + 1 && end == i; --k)
                if (const auto found = known.find(key_of({i, k})); found != known.end() && is_capitalised(tokens_[k - 1], text_)) {
                    all.push_back({{i, k}, found->second});
                    end = k;
                }
            if (end == i && i > 0 && tokens_[i - 1].word == the()) {    // "the Sunday Lantern"
                end = end_of_outlet(i, limit);
                if (end > i) all.push_back({{i, end}, EntityKind::organization});
            }
            if (end == i && i > 0 && tokens_[i - 1].letter_case == LetterCase::lower && lexicon::is_telling(tokens_[i - 1].word)) {      // "told CalMonitor that"
                end = end_of_unknown(i, limit);
                if (end > i) all.push_back({{i, end}, EntityKind::organization});
            }
            i = std::max(end, i + 1);
        }
        return all;
    }
    // Words in capitals that are no title, no calendar word and no common word: a name that nobody tagged; `begin` where none stand there.
    [[nodiscard]] std::uint32_t end_of_unknown(std::uint32_t begin, std::uint32_t end) const {
        std::uint32_t i = begin;
        while (i < std::min(end, begin + kLongestRepeat) && is_capitalised(tokens_[i], text_) && (i == begin || tokens_[i].begin == tokens_[i - 1].end + 1) && !is_mere_title(i) &&
               !lexicon::is_calendar(tokens_[i].word) && !lexicon::is_stop_word(tokens_[i].word) && !lexicon::is_unnamed_source(tokens_[i].word))
            ++i;
        const bool modifies = i < tokens_.size() && tokens_[i].kind == TokenKind::word && tokens_[i].letter_case == LetterCase::lower && !lexicon::is_stop_word(tokens_[i].word);
        return modifies ? begin : i;                             // "told Norlandic media"
    }
    // Words in capitals that end as the names of outlets do: "Sunday Lantern"; `begin` where none stand there.
    [[nodiscard]] std::uint32_t end_of_outlet(std::uint32_t begin, std::uint32_t end) const {
        std::uint32_t i = begin;
        while (i < std::min(end, begin + kLongestRepeat) && is_capitalised(tokens_[i], text_) && (i == begin || tokens_[i].begin == tokens_[i - 1].end + 1)) ++i;
        return i > begin + 1 && lexicon::is_outlet_word(tokens_[i - 1].word) ? i : begin;
    }
    [[nodiscard]] std::uint64_t key_of(TokenSpan name) const {
        std::uint64_t key = 0;
        for (std::uint32_t i = name.begin; i < name.end; ++i) key = base::combine(key, tokens_[i].word);
        return key;
    }

    // Behind a title of persons: "Mr.", "Mayor".
    [[nodiscard]] bool is_titled(std::uint32_t at, TokenSpan sentence) const {
        if (at == sentence.begin) return false;
        const bool stop = text_[tokens_[at - 1].begin] == '.';
        const std::uint32_t title = stop && at - 1 > sentence.begin ? at - 2 : at - 1;
        return lexicon::is_title(tokens_[title].word) && is_capitalised(tokens_[title], text_) && (!stop || tokens_[title].end == tokens_[at - 1].begin);
    }

    // "New York Times Square": the outlet's words belong to a longer name.
    [[nodiscard]] bool runs_on(std::uint32_t at, TokenSpan sentence) const {
        return at < sentence.end && tokens_[at].letter_case == LetterCase::title && tokens_[at].begin == tokens_[at - 1].end + 1 &&
               lexicon::is_organization_word(tokens_[at].word);
    }

    // Titles within the tagged name and before it belong to the mention, not to the name.
    void add_tagged(TokenSpan name, EntityKind kind, TokenSpan sentence) {
        while (name.size() > 1 && tokens_[name.begin].letter_case == LetterCase::lower && lexicon::is_stop_word(tokens_[name.begin].word)) ++name.begin;   // "a", "the"
        const auto is_somebody = [&](const Token& token) { return token.letter_case == LetterCase::lower && (lexicon::is_unnamed_source(token.word) || lexicon::is_role(token.word)); };
        while (name.size() > 1 && is_somebody(tokens_[name.end - 1])) --name.end;                    // "Page Six source"
        if (kind == EntityKind::organization && lexicon::outlet_tokens(tokens_, name.begin, name.end) == name.size()) kind = EntityKind::outlet;
        const Token& first = tokens_[name.begin];
        if (name.size() == 1 && (is_compound(first) || is_somebody(first))) return;
        if (kind == EntityKind::organization && lexicon::is_outlet_word(tokens_[name.end - 1].word))   // "the Sunday Lantern"
            while (name.begin > sentence.begin && lexicon::is_calendar(tokens_[name.begin - 1].word) && is_capitalised(tokens_[name.begin - 1], text_)) --name.begin;
        TokenSpan whole = name;
        Gender gender = Gender::unknown;
        const auto note = [&](std::uint32_t at) {
            if (const Gender told = lexicon::title_gender(tokens_[at].word); told != Gender::unknown && gender == Gender::unknown) gender = told;
        };
        if (kind == EntityKind::person) {
            while (name.size() > 1 && (is_mere_title(name.begin) || tokens_[name.begin].word == 0)) note(name.begin++);
            while (whole.begin > sentence.begin && name.begin - whole.begin < kMostTitles) {
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
        static const lexicon::WordSet kEndings("based led backed born linked run owned controlled held occupied funded allied aligned affiliated wide style area made trained bound related");
        const std::size_t hyphen = word.rfind('-');
        return hyphen != std::string_view::npos && kEndings.contains(base::hash_word(word.substr(hyphen + 1)));
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
        if (kind == EntityKind::person && name.size() == 1 && gender != Gender::unknown) key = base::combine(key, static_cast<std::uint64_t>(gender));   // Mr. and Mrs. Brody
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
            if (shorter.gender != Gender::unknown && longer.gender != Gender::unknown && shorter.gender != longer.gender) return false;
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
        if (found != by_initials_.end() && found->second != kNone && found->second != f && forms_[f].kind == EntityKind::organization) best = found->second;
    }
    void note_initials(std::uint32_t f) {
        if (forms_[f].kind != EntityKind::organization) return;
        std::string initials;
        bool begins = true;
        for (const char c : forms_[f].text) {
            if (begins && c >= 'A' && c <= 'Z') initials += static_cast<char>(c - 'A' + 'a');
            begins = c == ' ' || c == '-';
        }
        std::vector<std::string> variants{initials};
        const std::string& text = forms_[f].text;
        if (text.starts_with("Department of ") || text.starts_with("US ") || text.starts_with("U.S. ")) variants.push_back(initials.substr(1));   // "HHS", "FDA"
        std::string single = initials;                             // "CMS" for Centers for Mill and Mine Services
        single.erase(std::unique(single.begin(), single.end()), single.end());
        if (single != initials) variants.push_back(single);
        for (const std::string& variant : variants) {
            if (variant.size() < 3) continue;
            const auto [found, fresh] = by_initials_.try_emplace(base::hash_word(variant), f);
            if (!fresh && found->second != f) found->second = kNone;   // of two: of neither
        }
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
        join_equals();
        join_spellings();
        for (Form& form : forms_) {
            for (int hops = 0; hops < 4 && forms_[form.joined].joined != form.joined; ++hops) form.joined = forms_[form.joined].joined;
        }
    }

    // What is left of one word, with and without a title; and what is one outlet: "the AP", "Associated Press".
    void join_equals() {
        boost::unordered_flat_map<std::uint32_t, std::uint32_t> alone;
        boost::unordered_flat_map<std::uint64_t, std::uint32_t> outlets;
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            Form& form = forms_[f];
            if (form.joined != f || form.words.empty()) continue;
            if (form.kind == EntityKind::outlet) {
                form.joined = outlets.try_emplace(base::hash_bytes(lexicon::fold_outlet(form.text)), f).first->second;
            } else if (form.kind == EntityKind::person && form.words.size() == 1) {
                const std::uint32_t first = alone.try_emplace(form.words.front(), f).first->second;
                const Gender other = forms_[first].gender;
                if (form.gender != Gender::unknown && other != Gender::unknown && form.gender != other) continue;
                form.joined = first;
                if (other == Gender::unknown) forms_[first].gender = form.gender;
            }
        }
    }

    // "Bill Harker" for William Harker, "Kruetzer" for Dorian Kreutzer: persons that nothing else joined, to one that is named at least as often.
    void join_spellings() {
        std::vector<std::uint32_t> persons;
        for (std::uint32_t f = 0; f < forms_.size() && persons.size() < kMostSpelled; ++f)
            if (forms_[f].joined == f && forms_[f].kind == EntityKind::person && !forms_[f].words.empty()) persons.push_back(f);
        for (const std::uint32_t f : persons)
            for (const std::uint32_t other : persons)
                if (f != other && forms_[other].joined == other && is_other_spelling(forms_[f], forms_[other])) {
                    forms_[f].joined = other;
                    break;
                }
    }
    [[nodiscard]] static bool is_other_spelling(const Form& form, const Form& known) {
        const std::size_t uses = form.mentions.size(), known_uses = known.mentions.size();
        if (known.words.size() < 2 || uses > known_uses || (uses == known_uses && form.mentions.front() < known.mentions.front())) return false;
        if (form.gender != Gender::unknown && known.gender != Gender::unknown && form.gender != known.gender) return false;
        const std::string mine = base::fold(form.text), theirs = base::fold(known.text);
        const std::string_view last = std::string_view(mine).substr(mine.rfind(' ') + 1), known_last = std::string_view(theirs).substr(theirs.rfind(' ') + 1);
        const bool inner = last.substr(0, last.size() - 1) != known_last.substr(0, known_last.size() - 1) && last.substr(0, last.size() - 1) != known_last;   // Hansen and Hanson may be two, Hanse and Hansen
        const bool slip = last.size() >= kShortestSpelled && uses == 1 && inner && last.front() == known_last.front() && is_one_slip(last, known_last);
        if (form.words.size() == 1) return slip;
        if (form.words.back() == known.words.back()) {
            return form.words.front() != known.words.front() && are_short_for(form.words.front(), known.words.front());
        }
        return slip && form.words.front() == known.words.front();
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
            if (form.text != entity.name && m == form.mentions.front()) entity.aliases.push_back(form.text);
            if (!form.with_title.empty() && m == form.mentions.front()) entity.aliases.push_back(form.with_title);
            if (names_.genders[id - 1] == Gender::unknown) names_.genders[id - 1] = form.gender;
            NameMention& mention = names_.mentions[m];
            mention.entity = id;
            entity.mentions.push_back({tokens_[mention.tokens.begin].begin, tokens_[mention.tokens.end - 1].end});
        }
        for (Entity& entity : names_.entities) {
            constexpr std::string_view kHost = ".com";
            if (entity.kind == EntityKind::outlet && entity.name.size() > kHost.size() + 2 && entity.name.ends_with(kHost)) entity.aliases.push_back(entity.name.substr(0, entity.name.size() - kHost.size()));
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
