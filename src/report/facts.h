// StoryView -> what there is to say about a story: who prints one text, who is quoted through whom, what is said again and how.
//
// The terminal and the page tell the same facts; each finds its own words and marks for them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/view.h"

namespace firsthand::report {

// What was read, counted.
struct Counts {
    std::size_t articles = 0, outlets = 0, stories = 0, undated = 0, without_outlet = 0, other_language = 0, skipped = 0;
};
[[nodiscard]] Counts count_all(const View& view);
[[nodiscard]] Counts count_story(const View& view, const StoryView& story);
// "12 articles, 5 outlets, 3 stories" and, where there is any, "2 undated, 1 without an outlet; 1 skipped".
[[nodiscard]] std::string counts_in_words(const Counts& counts);
[[nodiscard]] std::string gaps_in_words(const Counts& counts);

// All stories, the one with the most articles first.
[[nodiscard]] std::vector<const StoryView*> sort_stories(const View& view);

// Articles of the story that print one text.
struct CopyFact {
    std::vector<std::uint32_t> documents;
    std::uint32_t root = kNone, cut = 0;           // `cut`: how many are clearly shorter than the longest
    std::string credit, why;
};
// Of all its articles, or of those of one story.
[[nodiscard]] CopyFact describe_copy(const View& view, const SetView& copy, const StoryView* story = nullptr);
[[nodiscard]] std::vector<CopyFact> list_copies(const View& view, const StoryView& story);
// "4 articles print one text (credited to AP), 1 of them cut".
[[nodiscard]] std::string copy_in_words(const CopyFact& copy);

// Somebody who is quoted or reported in the story, by one way.
struct Voice {
    std::string chain;                             // "Page Six ← an insider (unnamed)"
    std::vector<std::uint32_t> documents;
    std::size_t quotations = 0, passages = 0;      // in quotation marks; all
    Passage sample;                                // the first quotation, else the first passage
};
[[nodiscard]] std::vector<Voice> list_voices(const View& view, const StoryView& story);

// One wording of an utterance, and where it stands.
struct Rendering {
    std::string words;
    Form form = Form::verbatim;
    std::vector<std::uint32_t> members;            // indices of Group::members
};
struct ChainCount {
    std::string chain;
    std::vector<std::uint32_t> documents;
};
struct EditFact {
    const Edit* edit = nullptr;
    std::string words;                             // in words, with the words around it
    std::vector<std::uint32_t> documents;          // that have the changed wording
    bool turns = false;                            // says something else now: a lost "not", another number, another speaker
};
struct UtteranceFact {
    const Group* group = nullptr;
    const Assessment* weight = nullptr;
    std::size_t documents = 0, texts = 0;          // articles, and different texts: copies of one text count once
    std::string words;                             // the fullest wording
    std::vector<Rendering> renderings;             // the most frequent first
    std::vector<ChainCount> chains;                // the most frequent first
    std::vector<EditFact> edits;                   // what turns the meaning first: a lost "not"
};
[[nodiscard]] UtteranceFact describe_utterance(const View& view, const Group& group);

// The edits that made member `to`, or all of them: what a reader must not miss first.
[[nodiscard]] std::vector<EditFact> list_edits(const View& view, const Group& group, std::uint32_t to = kNone);
// How much it matters that an edit was made: 0 the most.
[[nodiscard]] int urgency_of(const EditFact& edit);

// "; all from one text; 1 to 2 independent origins": what there is to add to the chains of an utterance.
[[nodiscard]] std::string worth_in_words(const UtteranceFact& fact);

// " (3 of them here, 8 in other stories)"; empty when all its articles are of the story.
[[nodiscard]] std::string elsewhere_in_words(const View& view, const StoryView& story, const Group& utterance);

// "Page Six, People, TMZ": who passed words on, as the weighing names them; empty: nobody.
[[nodiscard]] std::string relays_in_words(const View& view, const Assessment* weight);

// Holders who deny a claim of the story.
[[nodiscard]] std::size_t count_denials(const View& view, const StoryView& story);

// "7 articles · 5 outlets · 2 to 3 independent origins · 4 print one text · 1 denial"; only what there is.
[[nodiscard]] std::string story_in_words(const View& view, const StoryView& story);

}  // namespace firsthand::report
