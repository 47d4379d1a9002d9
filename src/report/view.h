// Corpus -> View: what every report needs, resolved once: indices for keys, ids over the whole trace, code points, stories.
//
// Writers read a View and never look for anything in the Corpus by themselves. Documents are indices of Corpus::readings.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "firsthand/types.h"

namespace firsthand::report {

struct LocalEntity {
    std::uint32_t document = 0;
    EntityId entity = kNobody;
};

// Another entity that this one may be, and why nobody can tell.
struct Perhaps {
    std::uint32_t entity = 0;                      // EntityView::id
    std::string_view why;
};

// One person, outlet, … over the whole trace: a group of kind entity, or an entity that stands in one document only.
struct EntityView {
    std::uint32_t id = 0;                          // from 1
    const Group* group = nullptr;                  // null: it stands in one document only
    std::span<const LocalEntity> members;          // not empty; in the order of documents
    std::vector<Perhaps> perhaps;                  // in the order of their places
};

// A story or a copy group. `group` is null for a document that no group holds.
struct SetView {
    std::string id;
    const Group* group = nullptr;
    const Assessment* weight = nullptr;            // null: not weighed
    std::vector<std::uint32_t> documents;          // in canonical order
};

struct StoryView : SetView {
    std::string title;
    std::vector<std::uint32_t> copies;             // indices of View::copies with two documents or more in this story
    std::vector<const Group*> utterances, claims;  // most of whose members stand in this story; most repeated first
};

class View {
  public:
    explicit View(const Corpus& corpus);           // keeps a reference: the corpus must outlive it

    [[nodiscard]] const Corpus& corpus() const { return corpus_; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(corpus_.readings.size()); }
    [[nodiscard]] const Reading& reading(std::uint32_t document) const { return corpus_.readings[document]; }
    [[nodiscard]] const Document& document(std::uint32_t document) const { return corpus_.readings[document].document; }
    [[nodiscard]] std::uint32_t index_of(DocumentKey key) const;                       // kNone: not in the corpus
    [[nodiscard]] std::uint32_t words(std::uint32_t document) const { return words_[document]; }
    // The words of some places, ordered and disjoint; furniture does not count.
    [[nodiscard]] std::uint32_t words_in(std::uint32_t document, std::span<const ByteSpan> places) const;
    [[nodiscard]] ByteSpan points(std::uint32_t document, ByteSpan bytes) const { return points_[document](bytes); }
    [[nodiscard]] const base::CodePoints& text_points(std::uint32_t document) const { return points_[document]; }
    [[nodiscard]] std::uint32_t story_of(std::uint32_t document) const { return story_of_[document]; }
    [[nodiscard]] std::uint32_t copy_of(std::uint32_t document) const { return copy_of_[document]; }

    [[nodiscard]] std::span<const EntityView> entities() const { return entities_; }
    [[nodiscard]] std::uint32_t entity_id(std::uint32_t document, EntityId entity) const;   // 0: nobody
    [[nodiscard]] const Entity& entity(LocalEntity local) const { return reading(local.document).entities[local.entity - 1]; }
    [[nodiscard]] std::string_view name(std::uint32_t entity_id) const;
    [[nodiscard]] std::span<const Perhaps> perhaps(std::uint32_t entity_id) const { return entities_[entity_id - 1].perhaps; }
    [[nodiscard]] EntityKind kind(std::uint32_t entity_id) const { return entity(entities_[entity_id - 1].members.front()).kind; }

    [[nodiscard]] std::uint32_t attribution_id(std::uint32_t document, std::uint32_t index) const { return first_attribution_[document] + index + 1; }
    // The attribution that a passage names; null: none.
    [[nodiscard]] const Attribution* attribution(const Passage& passage) const;

    [[nodiscard]] const std::vector<StoryView>& stories() const { return stories_; }
    [[nodiscard]] const std::vector<SetView>& copies() const { return copies_; }
    [[nodiscard]] const Assessment* weight(const Group& group) const;
    // The story that most of a group's members stand in, the first of equals; kNone where no member is known.
    [[nodiscard]] std::uint32_t story_of_group(const Group& group) const;

  private:
    void number_entities();
    void list_perhaps();
    void list_sets();
    void sort_into_stories();
    std::vector<SetView> list_kind(LinkKind kind, std::string_view prefix) const;

    const Corpus& corpus_;
    std::unordered_map<DocumentKey, std::uint32_t> index_;
    std::unordered_map<std::string_view, const Assessment*> weights_;
    std::vector<base::CodePoints> points_;
    std::vector<std::uint32_t> words_, first_attribution_, first_entity_, story_of_, copy_of_;
    std::vector<std::uint32_t> entity_ids_;        // first_entity_[document] + EntityId - 1 -> id over the trace
    std::vector<LocalEntity> members_;             // by id
    std::vector<EntityView> entities_;
    std::vector<StoryView> stories_;
    std::vector<SetView> copies_;
};

// The spans in order, those that overlap or touch made one.
[[nodiscard]] std::vector<ByteSpan> join_spans(std::vector<ByteSpan> spans);
// A place without the page furniture in it.
[[nodiscard]] std::vector<ByteSpan> leave_out_furniture(const Document& document, ByteSpan place);

// The pieces of an attribution's content that lie in the passage, cut to it: a cue may break the words, and a passage may be
// a part of them. Empty without an attribution.
[[nodiscard]] std::vector<ByteSpan> cut_content(const Attribution* attribution, ByteSpan passage);

// In how many documents a group stands.
[[nodiscard]] std::uint32_t count_documents(const Group& group);

// True where the attribution's spans are bytes of Document::title and not of its text.
[[nodiscard]] inline bool stands_in_title(const Document& document, const Attribution& attribution) {
    return attribution.in_title && document.title_span.empty();
}
// The string that an attribution's spans are bytes of.
[[nodiscard]] inline std::string_view text_of(const Document& document, const Attribution* attribution) {
    return attribution != nullptr && stands_in_title(document, *attribution) ? document.title : document.text;
}

}  // namespace firsthand::report
