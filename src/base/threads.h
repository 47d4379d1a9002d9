// Threads: a parallel loop, and a pipeline that keeps order. std::thread underneath, so that ThreadSanitizer sees all of it.
#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace firsthand::base {

// Runs work(index) for every index below `count` on `threads` threads. Results belong into slots by index: then any number
// of threads gives the same answer.
template <typename Work>
void parallel_for(std::size_t count, unsigned threads, Work work) {
    constexpr std::size_t kChunk = 16;
    if (threads <= 1 || count <= 1) {
        for (std::size_t i = 0; i < count; ++i) work(i);
        return;
    }
    std::atomic<std::size_t> next{0};
    const std::size_t chunk = std::clamp<std::size_t>(count / (threads * 8), 1, kChunk);
    const auto run = [&] {
        for (std::size_t begin = next.fetch_add(chunk); begin < count; begin = next.fetch_add(chunk))
            for (std::size_t i = begin; i < std::min(count, begin + chunk); ++i) work(i);
    };
    std::vector<std::thread> workers;
    for (unsigned t = 1; t < threads; ++t) workers.emplace_back(run);
    run();
    for (auto& worker : workers) worker.join();
}

// produce() -> std::optional<In>, one call at a time, until empty; work(In) -> Out on all threads; consume(Out) one call at
// a time, in the order of produce. At most a few items per thread are in flight. consume returns false to stop early.
template <typename Produce, typename Work, typename Consume>
void ordered_pipeline(unsigned threads, Produce produce, Work work, Consume consume) {
    using In = typename decltype(produce())::value_type;
    using Out = decltype(work(std::declval<In>()));
    if (threads <= 1) {
        while (auto item = produce())
            if (!consume(work(std::move(*item)))) return;
        return;
    }
    std::mutex in_mutex, out_mutex;
    std::condition_variable room;
    std::map<std::size_t, Out> waiting;
    std::size_t produced = 0, consumed = 0;
    bool consuming = false, stop = false, halted = false;
    const std::size_t in_flight = std::size_t{threads} * 16;
    const auto run = [&] {
        for (;;) {
            std::optional<In> item;
            std::size_t sequence = 0;
            {
                const std::lock_guard in_lock(in_mutex);
                {
                    std::unique_lock out_lock(out_mutex);
                    room.wait(out_lock, [&] { return stop || produced - consumed < in_flight; });
                    if (stop) return;
                    sequence = produced;
                }
                item = produce();
                const std::lock_guard out_lock(out_mutex);
                if (!item) {
                    stop = true;
                    room.notify_all();
                    return;
                }
                ++produced;
            }
            Out out = work(std::move(*item));
            std::unique_lock out_lock(out_mutex);
            if (halted) return;
            waiting.emplace(sequence, std::move(out));
            if (consuming) continue;                            // somebody else drains
            consuming = true;
            while (!halted && !waiting.empty() && waiting.begin()->first == consumed) {
                Out ready = std::move(waiting.begin()->second);
                waiting.erase(waiting.begin());
                out_lock.unlock();
                const bool go_on = consume(std::move(ready));
                out_lock.lock();
                ++consumed;
                if (!go_on) {
                    stop = halted = true;
                }
                room.notify_all();
            }
            consuming = false;
        }
    };
    std::vector<std::thread> workers;
    for (unsigned t = 1; t < threads; ++t) workers.emplace_back(run);
    run();
    for (auto& worker : workers) worker.join();
}

}  // namespace firsthand::base
