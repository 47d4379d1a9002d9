// Sparse cosines in one merge of the terms; a small network (one hidden layer of tanh) over them, the days between, and how
// alike each is to its neighbours: among many articles about one affair, two must be more alike to be one story. Trained on
// pairs of labelled stories (training/stories.py). Tested by likeness_test.cc.
#include "link/likeness.h"

#include <algorithm>
#include <cmath>

namespace firsthand::link {

namespace {

float cosine(double product, double a, double b) { return a <= 0 || b <= 0 ? 0.0F : static_cast<float>(std::clamp(product / std::sqrt(a * b), 0.0, 1.0)); }

float measure_sense(const Vectors::Direction& a, const Vectors::Direction& b) {
    std::int32_t product = 0, of_a = 0, of_b = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        product += std::int32_t{a[i]} * b[i];
        of_a += std::int32_t{a[i]} * a[i];
        of_b += std::int32_t{b[i]} * b[i];
    }
    return of_a == 0 || of_b == 0 ? 0.0F : static_cast<float>(product / std::sqrt(double(of_a) * double(of_b)));
}

constexpr std::size_t kHidden = 40;
struct Network {
    float mean[kLikenessFeatures], scale[kLikenessFeatures];   // (x - mean) * scale
    float hidden[kHidden][kLikenessFeatures + 1];              // the last is the bias
    float out[kHidden + 1];
    float days[kLikenessFeatures];                             // beside the hidden layer, which does not see them: more days never make one story likelier
};
constexpr Network kNetwork{
#include "link/likeness_weights.inc"
};

}  // namespace

Likeness measure_likeness(const Digest& a, const Digest& b) {
    TermSums sums;
    double weighted = 0;
    for (std::size_t i = 0, j = 0; i < a.terms.size() && j < b.terms.size();) {
        const Term &x = a.terms[i], &y = b.terms[j];
        if (x.word == y.word) {
            weighted += double{x.weight} * double{y.weight};
            sums.add(x, y);
        }
        i += x.word <= y.word ? 1 : 0;
        j += y.word <= x.word ? 1 : 0;
    }
    const TermSums &of_a = a.squares, &of_b = b.squares;
    Likeness likeness;
    likeness.weighted = static_cast<float>(std::min(1.0, weighted));
    likeness.title = cosine(sums.title, of_a.title, of_b.title);
    likeness.plain = cosine(sums.all, of_a.all, of_b.all);
    likeness.names = cosine(sums.names, of_a.names, of_b.names);
    likeness.others = cosine(sums.others, of_a.others, of_b.others);
    likeness.sensed = !a.lead.empty() && a.lead.size() == b.lead.size();
    if (likeness.sensed) likeness.sense = measure_sense(a.lead, b.lead);
    return likeness;
}

LikenessFeatures list_features(const Likeness& likeness, const PairContext& context) {
    constexpr float kPrior = 0.05F;                // a neighbour that everybody has
    const auto root = [](float x) { return std::sqrt(std::max(0.0F, x)); };
    const float weighted = root(likeness.weighted), names = root(likeness.names), others = root(likeness.others);
    const float days = static_cast<float>(context.days), dated = context.dated ? 1.0F : 0.0F, undated = 1.0F - dated;
    const float length = std::log(static_cast<float>(context.words) + 1.0F) - 6.0F;
    const float crowd = root((context.a.crowd + context.b.crowd) / 2);
    const auto share = [&](const Surroundings& around) { return likeness.weighted / (kPrior + around.nearest); };
    const float least = std::min(share(context.a), share(context.b)), most = std::max(share(context.a), share(context.b));
    return {weighted,
            root(likeness.title),
            root(likeness.plain),
            names,
            others,
            likeness.sense,
            likeness.sensed ? 1.0F : 0.0F,
            dated * std::exp(-days * days / 18),
            dated * std::exp(-days * days / 98),
            undated,
            dated * std::log1p(std::abs(days)),
            length,
            std::min(names, others),
            std::sqrt(names * others),
            weighted * length,
            weighted * likeness.sense,
            likeness.weighted,
            likeness.plain,
            undated * weighted,
            likeness.title <= 0 ? 1.0F : 0.0F,
            crowd,
            least,
            most,
            crowd * weighted,
            undated * crowd,
            undated * least,
            crowd * likeness.sense,
            least * likeness.sense};
}

float rate_story(const LikenessFeatures& features) {
    LikenessFeatures scaled;
    for (std::size_t i = 0; i < kLikenessFeatures; ++i) scaled[i] = (features[i] - kNetwork.mean[i]) * kNetwork.scale[i];
    float sum = kNetwork.out[kHidden];
    for (std::size_t h = 0; h < kHidden; ++h) {
        float x = kNetwork.hidden[h][kLikenessFeatures];
        for (std::size_t i = 0; i < kLikenessFeatures; ++i) x += kNetwork.hidden[h][i] * scaled[i];
        sum += kNetwork.out[h] * std::tanh(x);
    }
    for (std::size_t i = 0; i < kLikenessFeatures; ++i) sum += kNetwork.days[i] * scaled[i];
    return sum;
}

}  // namespace firsthand::link
