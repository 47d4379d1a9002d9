// Tested by ledger_test.cc.
#include "weigh/ledger.h"

#include <algorithm>
#include <numeric>

namespace firsthand::weigh {

namespace {

constexpr std::size_t kMostReasons = 12;

}  // namespace

Ledger::Ledger(std::size_t entries) : certain_(entries), likely_(entries), held_(entries, false) {
    std::iota(certain_.begin(), certain_.end(), std::size_t{0});
    std::iota(likely_.begin(), likely_.end(), std::size_t{0});
}

std::size_t Ledger::find(const std::vector<std::size_t>& parents, std::size_t entry) {
    while (parents[entry] != entry) entry = parents[entry];
    return entry;
}

bool Ledger::join(std::vector<std::size_t>& parents, std::size_t a, std::size_t b) {
    const std::size_t first = find(parents, a);
    const std::size_t second = find(parents, b);
    if (first == second) return false;
    parents[std::max(first, second)] = std::min(first, second);  // the root is the first entry
    parents[a] = parents[b] = std::min(first, second);
    return true;
}

void Ledger::merge(std::size_t a, std::size_t b, Certainty certainty, const std::string& reason) {
    const bool held = is_held_apart(a) || is_held_apart(b);
    const bool joined_likely = join(likely_, a, b);
    held_[find(likely_, a)] = held;
    const bool joined = certainty == Certainty::certain ? join(certain_, a, b) : joined_likely;
    if (!joined || reasons_.size() >= kMostReasons) return;
    const std::string sentence = certainty == Certainty::certain ? reason : "perhaps one: " + reason;
    if (std::find(reasons_.begin(), reasons_.end(), sentence) == reasons_.end()) reasons_.push_back(sentence);
}

void Ledger::merge_weakly(std::size_t a, std::size_t b, const std::string& reason) {
    if (!is_held_apart(a) || !is_held_apart(b)) merge(a, b, Certainty::likely, reason);
}

void Ledger::hold_apart(std::size_t entry) { held_[find(likely_, entry)] = true; }
bool Ledger::is_held_apart(std::size_t entry) const { return held_[find(likely_, entry)]; }

std::size_t Ledger::root(std::size_t entry) const { return find(certain_, entry); }

Interval Ledger::interval() const {
    Interval interval;
    for (std::size_t i = 0; i < certain_.size(); ++i) {
        interval.high += certain_[i] == i ? 1 : 0;
        interval.low += likely_[i] == i ? 1 : 0;
    }
    interval.why = reasons_;
    return interval;
}

}  // namespace firsthand::weigh
