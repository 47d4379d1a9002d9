// Regular endings are cut off, irregular verbs are a table. Tested by inflections_test.cc.
#include "lexicon/inflections.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <array>

#include "base/hash.h"
#include "lexicon/words.h"

namespace firsthand::lexicon {

namespace {

// First the plain form.
constexpr std::string_view kIrregular[] = {
    "be am is are was were been being", "have has had having", "do does did done doing", "will would", "can could", "shall should", "say says said", "go goes went gone", "get gets got gotten",
    "make makes made", "know knows knew known", "think thought", "take took taken", "see saw seen", "come came", "give gave given", "find found", "tell told", "become became",
    "leave left", "feel felt", "bring brought", "begin began begun beginning", "keep kept", "hold held", "write wrote written", "stand stood", "hear heard", "mean meant",
    "meet met", "run ran running", "pay paid", "sit sat", "speak spoke spoken", "lie lay lain", "lead led", "grow grew grown", "lose lost", "fall fell fallen", "send sent", "build built",
    "understand understood", "draw drew drawn", "break broke broken", "spend spent", "rise rose risen", "drive drove driven", "buy bought", "wear wore worn", "choose chose chosen",
    "seek sought", "throw threw thrown", "catch caught", "deal dealt", "win won winning", "forget forgot forgotten", "sell sold", "fight fought", "teach taught", "eat ate eaten",
    "sing sang sung", "strike struck", "hide hid hidden", "fly flew flown", "forgive forgave forgiven", "shake shook shaken", "swear swore sworn", "steal stole stolen", "wake woke woken",
    "drink drank drunk", "ring rang rung", "swim swam swum", "shoot shot", "bear bore borne", "tear tore torn", "freeze froze frozen", "bite bit bitten", "blow blew blown", "ride rode ridden",
    "sleep slept", "sweep swept", "weep wept", "lend lent", "bend bent", "feed fed", "bleed bled", "breed bred", "flee fled", "slide slid", "dig dug", "hang hung", "stick stuck", "swing swung",
    "withdraw withdrew withdrawn", "overcome overcame", "undergo underwent undergone", "mistake mistook mistaken", "die died dying", "tie tied tying"};

struct Irregular {
    std::uint32_t stem = 0;
    bool marked = false;
};

const boost::unordered_flat_map<std::uint32_t, Irregular>& irregular() {
    static const auto table = [] {
        boost::unordered_flat_map<std::uint32_t, Irregular> forms;
        for (std::string_view line : kIrregular) {
            const std::uint32_t stem = base::hash_word(line.substr(0, line.find(' ')));
            for (bool first = true; !line.empty(); first = false) {
                const std::string_view word = line.substr(0, line.find(' '));
                line.remove_prefix(std::min(word.size() + 1, line.size()));
                forms.emplace(base::hash_word(word), Irregular{stem, !first && !(word.ends_with('s') && word != "was" && word != "is")});
            }
        }
        return forms;
    }();
    return table;
}

// Words that end like forms and are none.
const WordSet& whole_words() {
    static const WordSet set("this his its us is was has does yes bus gas red bed shed need feed seed speed indeed hundred sacred king ring thing bring spring string wing sing nothing something anything everything during morning evening");
    return set;
}

}  // namespace

std::vector<std::string> split_contraction(std::string_view word) {
    struct Short {
        std::string_view ending, full;
    };
    constexpr std::array<Short, 5> kEndings{{{"'ve", "have"}, {"'re", "are"}, {"'ll", "will"}, {"'m", "am"}, {"'d", "'d"}}};   // would, or had
    if (word == "cannot" || word == "can't") return {"can", "not"};
    if (word == "won't") return {"will", "not"};
    if (word == "shan't") return {"shall", "not"};
    if (word.size() > 3 && word.ends_with("n't") && word != "ain't") return {std::string(word.substr(0, word.size() - 3)), "not"};
    for (const auto& [ending, full] : kEndings)
        if (word.size() > ending.size() && word.ends_with(ending)) return {std::string(word.substr(0, word.size() - ending.size())), std::string(full)};
    return {std::string(word)};
}

std::uint32_t find_stem(std::string_view word) {
    const std::uint32_t whole = base::hash_word(word);
    if (const auto found = irregular().find(whole); found != irregular().end()) return found->second.stem;
    if (word.size() < 4 || whole_words().contains(whole)) return whole;
    std::string stem(word);
    const auto cut = [&](std::string_view ending, std::size_t least) {
        if (!stem.ends_with(ending) || stem.size() < ending.size() + least) return false;
        stem.resize(stem.size() - ending.size());
        return true;
    };
    const auto is_double = [&] { return stem.size() > 3 && stem.back() == stem[stem.size() - 2] && stem.back() != 's' && stem.back() != 'l'; };
    if (cut("ied", 2) || cut("ies", 2)) {
        stem += 'y';
    } else if (cut("ed", 3) || cut("ing", 3)) {
        if (is_double()) stem.pop_back();
    } else if (!stem.ends_with("ss")) {
        cut("s", 3);
    }
    if (stem.size() > 3 && stem.back() == 'e') stem.pop_back();
    return base::hash_word(stem);
}

bool is_marked_form(std::string_view word) {
    const std::uint32_t whole = base::hash_word(word);
    if (const auto found = irregular().find(whole); found != irregular().end()) return found->second.marked;
    return word.size() > 4 && word.ends_with("ed") && !whole_words().contains(whole);
}

bool is_auxiliary(std::uint32_t word) {
    static const WordSet set("have has had having is are am was were be been being will would shall should must do does did 'd 's");
    return set.contains(word);
}

}  // namespace firsthand::lexicon
