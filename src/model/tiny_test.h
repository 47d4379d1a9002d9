// The tiny encoder of tests/fixtures/model (training/tests/make_tiny.py), and what PyTorch says to its text.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "model/safetensors.h"

namespace firsthand::model {

inline std::string tiny_path(const std::string& name) { return std::string(FIRSTHAND_SOURCE_DIR) + "/tests/fixtures/model/tiny-" + name + ".safetensors"; }

inline std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    EXPECT_FALSE(bytes.empty()) << path;
    return bytes;
}

class Expected {
  public:
    Expected() : bytes_(read_file(tiny_path("expected"))), file_(parse_safetensors(bytes_).value()) {}
    [[nodiscard]] std::string text() const { return std::string(file_.tensors.at("text").bytes); }
    [[nodiscard]] std::string_view bytes(const std::string& name) const { return file_.tensors.at(name).bytes; }
    [[nodiscard]] std::vector<float> floats(const std::string& name) const {
        const std::string_view bytes = file_.tensors.at(name).bytes;
        const auto* values = reinterpret_cast<const float*>(bytes.data());
        return {values, values + bytes.size() / sizeof(float)};
    }

  private:
    std::string bytes_;
    Safetensors file_;
};

}  // namespace firsthand::model
