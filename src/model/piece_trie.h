// Pieces -> the longest of them that a word begins with, byte by byte.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace firsthand::model {

// Two tries in one double array (Aoe 1989): pieces that begin a word, and pieces that go on with one. Never changed after it
// was made.
class PieceTrie {
  public:
    static constexpr std::uint32_t kNone = 0xFFFFFF;            // the id of what is no piece

    struct Entry {
        std::string_view letters;                               // without the mark of continuation; not empty, no zero byte
        std::uint32_t id = kNone;                               // less than kNone
    };
    // Sorted by letters, no two alike.
    PieceTrie(const std::vector<Entry>& words, const std::vector<Entry>& continuations);

    // What was read so far; the child by byte b is units_[children ^ b], if that carries the label b.
    struct Place {
        std::uint32_t children = 0;                             // no two places share it; 0: no children
        std::uint32_t id_and_label = kNone << 8U;
        [[nodiscard]] std::uint32_t id() const { return id_and_label >> 8U; }
    };
    [[nodiscard]] Place words() const { return units_[0]; }
    [[nodiscard]] Place continuations() const { return units_[1]; }

    // False, and the place as it was: no piece goes on like this. The byte is not zero.
    [[nodiscard]] bool step(Place& place, unsigned char byte) const {
        const Place next = units_[place.children ^ byte];
        if ((next.id_and_label & 0xFFU) != byte) return false;
        place = next;
        return true;
    }

  private:
    std::vector<Place> units_;                                  // whole blocks of 256; of the first only the two roots are used
};

}  // namespace firsthand::model
