// A text's pieces -> windows that the network can read at once. As spread() of training/decode.py.
#pragma once

#include <cstddef>

namespace firsthand::model {

struct Window {
    std::size_t begin = 0, end = 0;                // pieces
    std::size_t keep_begin = 0, keep_end = 0;      // what is taken from this window: half of the overlap on either side is left
};

// The windows of `count` pieces, one after the other.
class Windows {
  public:
    Windows(std::size_t count, std::size_t length, std::size_t overlap) : count_(count), length_(length), overlap_(overlap), done_(count == 0) {}

    // False when there is none left.
    bool next(Window& window) {
        if (done_) return false;
        window.begin = begin_;
        window.end = count_ - begin_ < length_ ? count_ : begin_ + length_;
        done_ = window.end == count_;
        window.keep_begin = begin_ == 0 ? 0 : begin_ + overlap_ / 2;
        window.keep_end = done_ ? count_ : window.end - overlap_ / 2;
        begin_ = window.end - overlap_;
        return true;
    }

  private:
    std::size_t count_, length_, overlap_, begin_ = 0;
    bool done_;
};

}  // namespace firsthand::model
