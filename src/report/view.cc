// Resolves keys to indices and gives ids over the whole trace. All of it follows the order of the corpus, which is canonical,
// so that the same documents give the same ids however they came in. Tested by view_test.cc.
#include "report/view.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/hash.h"

namespace firsthand::report {

namespace {

// Words as a reader counts them: runs between white space that hold a letter or a digit.
std::uint32_t count_words(std::string_view text) {
    std::uint32_t words = 0;
    bool counted = false;
    for (const char character : text) {
        const auto c = static_cast<unsigned char>(character);
        if (c <= ' ') {
            counted = false;
        } else if (!counted && (c >= 0xC3 || (c >= '0' && c <= '9') || (c | 0x20U) - 'a' < 26U) && c != 0xE2) {
            counted = true;                        // 0xE2 leads the general punctuation: dashes, curly marks
            ++words;
        }
    }
    return words;
}

}  // namespace

View::View(const Corpus& corpus) : corpus_(corpus) {
    const std::size_t count = corpus.readings.size();
    index_.reserve(count);
    points_.reserve(count);
    words_.reserve(count);
    first_attribution_.reserve(count);
    std::uint32_t attributions = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        const Reading& reading = corpus.readings[i];
        index_.emplace(reading.key, i);
        points_.emplace_back(reading.document.text);
        const ByteSpan whole{0, static_cast<std::uint32_t>(reading.document.text.size())};
        words_.push_back(words_in(i, {&whole, 1}));
        first_attribution_.push_back(attributions);
        attributions += static_cast<std::uint32_t>(reading.attributions.size());
    }
    for (const Assessment& assessment : corpus.assessments) weights_.emplace(assessment.group, &assessment);
    number_entities();
    list_perhaps();
    list_sets();
    sort_into_stories();
}

std::uint32_t View::words_in(std::uint32_t index, std::span<const ByteSpan> places) const {
    std::uint32_t words = 0;
    for (const ByteSpan place : places)
        for (const ByteSpan part : leave_out_furniture(document(index), place)) words += count_words(slice(document(index).text, part));
    return words;
}

std::uint32_t View::index_of(DocumentKey key) const {
    const auto found = index_.find(key);
    return found == index_.end() ? kNone : found->second;
}

// An id is given where an entity, or the group that holds it, stands first.
void View::number_entities() {
    std::uint32_t count = 0;
    for (const Reading& reading : corpus_.readings) {
        first_entity_.push_back(count);
        count += static_cast<std::uint32_t>(reading.entities.size());
    }
    std::vector<const Group*> group_of(count, nullptr);
    for (const Group& group : corpus_.groups) {
        if (group.kind != LinkKind::entity) continue;
        for (const Passage& member : group.members) {
            const std::uint32_t document = index_of(member.document);
            if (document != kNone && member.item != kNone && member.item >= 1 && member.item <= reading(document).entities.size())
                group_of[first_entity_[document] + member.item - 1] = &group;
        }
    }
    std::unordered_map<const Group*, std::uint32_t> id_of;
    std::vector<std::uint32_t> sizes;
    entity_ids_.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        std::uint32_t id = static_cast<std::uint32_t>(sizes.size()) + 1;
        if (group_of[i] != nullptr) id = id_of.try_emplace(group_of[i], id).first->second;
        if (id > sizes.size()) {
            sizes.push_back(0);
            entities_.push_back({id, group_of[i], {}, {}});
        }
        ++sizes[id - 1];
        entity_ids_.push_back(id);
    }
    members_.resize(count);
    std::vector<std::uint32_t> at(sizes.size(), 0);
    for (std::size_t id = 1; id < sizes.size(); ++id) at[id] = at[id - 1] + sizes[id - 1];
    for (std::size_t id = 0; id < sizes.size(); ++id) entities_[id].members = {members_.data() + at[id], sizes[id]};
    for (std::uint32_t document = 0; document < size(); ++document)
        for (EntityId entity = 1; entity <= reading(document).entities.size(); ++entity)
            members_[at[entity_id(document, entity) - 1]++] = {document, entity};
}

void View::list_perhaps() {
    for (const Link& link : corpus_.links) {
        if (link.kind != LinkKind::entity) continue;
        const std::uint32_t from = index_of(link.from.document), to = index_of(link.to.document);
        if (from == kNone || to == kNone) continue;
        const std::uint32_t other = entity_id(from, link.from.item), one = entity_id(to, link.to.item);
        if (one != 0 && other != 0) entities_[one - 1].perhaps.push_back({other, link.why});
    }
}

std::uint32_t View::entity_id(std::uint32_t document, EntityId entity) const {
    if (entity == kNobody || entity > reading(document).entities.size()) return 0;
    return entity_ids_[first_entity_[document] + entity - 1];
}

std::string_view View::name(std::uint32_t entity_id) const {
    const EntityView& view = entities_[entity_id - 1];
    if (view.group != nullptr && !view.group->label.empty()) return view.group->label;
    return entity(view.members.front()).name;
}

const Attribution* View::attribution(const Passage& passage) const {
    const std::uint32_t document = index_of(passage.document);
    if (document == kNone || passage.item >= reading(document).attributions.size()) return nullptr;
    return &reading(document).attributions[passage.item];
}

const Assessment* View::weight(const Group& group) const {
    const auto found = weights_.find(group.id);
    return found == weights_.end() || found->second->kind != group.kind ? nullptr : found->second;
}

// The groups of this kind, then the documents that none of them holds, alone.
std::vector<SetView> View::list_kind(LinkKind kind, std::string_view prefix) const {
    std::vector<SetView> sets;
    std::vector<bool> held(size(), false);
    for (const Group& group : corpus_.groups) {
        if (group.kind != kind) continue;
        SetView set{group.id, &group, weight(group), {}};
        for (const Passage& member : group.members) {
            const std::uint32_t document = index_of(member.document);
            if (document == kNone || held[document]) continue;
            held[document] = true;
            set.documents.push_back(document);
        }
        std::sort(set.documents.begin(), set.documents.end());
        if (!set.documents.empty()) sets.push_back(std::move(set));
    }
    for (std::uint32_t i = 0; i < size(); ++i)
        if (!held[i]) sets.push_back({std::string(prefix) + base::short_hex(reading(i).key), nullptr, nullptr, {i}});
    return sets;
}

void View::list_sets() {
    copies_ = list_kind(LinkKind::copy, "copy-");
    story_of_.resize(size(), 0);
    copy_of_.resize(size(), 0);
    for (std::uint32_t copy = 0; copy < copies_.size(); ++copy)
        for (const std::uint32_t document : copies_[copy].documents) copy_of_[document] = copy;
    for (SetView& set : list_kind(LinkKind::story, "story-")) {
        for (const std::uint32_t document : set.documents) story_of_[document] = static_cast<std::uint32_t>(stories_.size());
        StoryView story;
        static_cast<SetView&>(story) = std::move(set);
        const Document& first = document(story.documents.front());
        if (story.group != nullptr) story.title = base::squeeze(story.group->label);
        if (story.title.empty()) story.title = base::squeeze(first.title);
        if (story.title.empty()) story.title = base::shorten(base::squeeze(std::string_view(first.text).substr(0, 400)), 80);
        if (story.title.empty()) story.title = "(no title)";
        stories_.push_back(std::move(story));
    }
}

std::uint32_t View::story_of_group(const Group& group) const {
    std::map<std::uint32_t, std::uint32_t> votes;
    std::uint32_t best = kNone;
    for (const Passage& member : group.members) {
        const std::uint32_t document = index_of(member.document);
        if (document != kNone) ++votes[story_of_[document]];
    }
    for (const auto& [story, count] : votes)
        if (best == kNone || count > votes[best]) best = story;
    return best;
}

void View::sort_into_stories() {
    for (const Group& group : corpus_.groups) {
        if (group.kind != LinkKind::utterance && group.kind != LinkKind::claim) continue;
        const std::uint32_t story = story_of_group(group);
        if (story == kNone) continue;
        (group.kind == LinkKind::claim ? stories_[story].claims : stories_[story].utterances).push_back(&group);
    }
    for (StoryView& story : stories_) {
        std::vector<std::pair<std::uint32_t, const Group*>> order;
        for (const Group* group : story.utterances) order.emplace_back(count_documents(*group), group);
        const auto more = [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : a.second->edits.size() > b.second->edits.size();
        };
        std::stable_sort(order.begin(), order.end(), more);
        for (std::size_t i = 0; i < order.size(); ++i) story.utterances[i] = order[i].second;
    }
    for (std::uint32_t copy = 0; copy < copies_.size(); ++copy) {
        std::map<std::uint32_t, std::uint32_t> in_story;
        for (const std::uint32_t document : copies_[copy].documents) ++in_story[story_of_[document]];
        for (const auto& [story, count] : in_story)
            if (count >= 2) stories_[story].copies.push_back(copy);
    }
}

std::vector<ByteSpan> join_spans(std::vector<ByteSpan> spans) {
    std::sort(spans.begin(), spans.end());
    std::vector<ByteSpan> joined;
    for (const ByteSpan span : spans) {
        if (joined.empty() || joined.back().end < span.begin) joined.push_back(span);
        else joined.back().end = std::max(joined.back().end, span.end);
    }
    return joined;
}

std::vector<ByteSpan> leave_out_furniture(const Document& document, ByteSpan place) {
    std::vector<ByteSpan> parts;
    for (const ByteSpan furniture : document.furniture) {
        if (!overlap(furniture, place)) continue;
        if (furniture.begin > place.begin) parts.push_back({place.begin, furniture.begin});
        place.begin = furniture.end;
    }
    if (!place.empty()) parts.push_back(place);
    return parts;
}

std::vector<ByteSpan> cut_content(const Attribution* attribution, ByteSpan passage) {
    std::vector<ByteSpan> pieces;
    if (attribution == nullptr) return pieces;
    for (const ByteSpan piece : attribution->content)
        if (overlap(piece, passage)) pieces.push_back({std::max(piece.begin, passage.begin), std::min(piece.end, passage.end)});
    return pieces;
}

std::uint32_t count_documents(const Group& group) {
    std::set<DocumentKey> documents;
    for (const Passage& member : group.members) documents.insert(member.document);
    return static_cast<std::uint32_t>(documents.size());
}

}  // namespace firsthand::report
