// To add a cue: its forms go into the row that fits; finite forms before the bar, participles behind it.
// Tested by cues_test.cc.
#include "lexicon/cues.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <string_view>

#include "base/hash.h"

namespace firsthand::lexicon {

namespace {

struct Row {
    Cue cue;
    std::string_view finite, participles;
};

constexpr Cue kSay{.clause = true, .plain = true};
constexpr Cue kTell{.clause = true, .plain = true, .addressed = true};
constexpr Cue kState{.clause = false};
constexpr Cue kClauseState{.clause = true};
constexpr Cue kCall{.naming = true};
constexpr Cue kDeny{.stance = Stance::denies};
constexpr Cue kDoubt{.stance = Stance::doubts};
constexpr Cue kThink{.act = Act::thought, .clause = true};
constexpr Cue kFind{.act = Act::finding};
constexpr Cue kReport{.stance = Stance::reports, .clause = true};

const Row kRows[] = {
    {kSay, "said says say added adds wrote writes", "saying adding writing"},
    {kTell, "told tells tell", "telling"},
    {kState, "announced announces explained explains continued continues recalled recalls quipped joked jokes replied replies responded responds shouted yelled whispered "
             "tweeted tweets posted posts read reads remarked shared commented captioned stressed stresses emphasized emphasised emphasizes underscored urged urges promised "
             "promises pledged pledges vowed vows predicted predicts suggested suggests indicated indicates disclosed reiterated repeated testified mused opined exclaimed "
             "lamented complained complains boasted bragged cautioned asserts affirmed recommended advised gushed chimed sighed laughed snapped retorted countered fired "
             "praised defended expressed dismissed summed cried begged pleaded asked asks wondered interjected agreed concedes conceded hinted speculated offered messaged "
             "emailed e-mailed texted blogged",
     "announcing explaining recalling joking replying responding tweeting posting stressing emphasizing urging promising predicting suggesting indicating complaining asking "
     "cautioning declaring describing hinting sharing shouting captioning"},
    {kClauseState, "noted notes claimed claims claim alleged alleges argued argues argue insisted insists maintained maintains acknowledged acknowledges admitted admits warned "
                   "warns stated states declared declares asserted contended contends concluded concludes confirmed confirms revealed reveals observed confessed",
     "noting claiming alleging arguing insisting maintaining acknowledging admitting warning stating asserting contending concluding confirming revealing"},
    {kCall, "called calls described describes labeled labelled dubbed branded blasted slammed criticized criticised denounced condemned accused accuses", "calling labeling "
                                                                                                                                                     "accusing denouncing"},
    {kDeny, "denied denies rejected rejects disputed disputes refuted rebutted debunked", "denying rejecting disputing refuting debunking"},
    {kDoubt, "doubted doubts questioned questions", "doubting questioning"},
    {kThink, "believed believes believe thinks think fears feared expects suspected suspects", "believing thinking fearing"},
    {kFind, "found finds showed shows show", "showing finding"},
    {kReport, "reported reports", "reporting"},
};

using Table = boost::unordered_flat_map<std::uint32_t, Cue>;

void insert(Table& table, std::string_view words, Cue cue, CueForm form) {
    cue.form = form;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (end > 0) table.emplace(base::hash_word(words.substr(0, end)), cue);
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

const Table& table() {
    static const Table built = [] {
        Table t;
        for (const Row& row : kRows) {
            insert(t, row.finite, row.cue, CueForm::finite);
            insert(t, row.participles, row.cue, CueForm::participle);
        }
        return t;
    }();
    return built;
}

}  // namespace

const Cue* find_cue(std::uint32_t word) {
    const auto found = table().find(word);
    return found == table().end() ? nullptr : &found->second;
}

}  // namespace firsthand::lexicon
