// The checks follow the readers: every index, offset and length that is read from an image and used without a check
// must be in range. Sections are checked in the order of their dependence; the first section that is wrong ends the
// check.

#include "graph/image/structure.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <string_view>

#include <fmt/format.h>

#include "graph/csr_rows.h"

namespace treatygraph::image {
namespace {

using Numbers = std::span<const std::uint32_t>;

/// Notes the first thing that is wrong.
class Findings {
 public:
  void need(bool fits, std::string_view what, std::size_t number = 0) {
    if (!fits && wrong_.empty()) wrong_ = fmt::format("is damaged: its {} {} do not fit together", what, number);
  }
  [[nodiscard]] Result<void> result() const {
    return wrong_.empty() ? Result<void>() : fail(ErrorCode::Corrupt, wrong_);
  }
  [[nodiscard]] bool all_fit() const { return wrong_.empty(); }

 private:
  std::string wrong_;
};

/// Whether the offsets go from 0 up to `end` and never down, so that each run is within its array.
bool are_offsets(Numbers offsets, std::size_t runs, std::size_t end) {
  return offsets.size() == runs + 1 && offsets.front() == 0 && offsets.back() == end && std::ranges::is_sorted(offsets);
}

/// Whether all numbers are below `end`.
template <typename T>
bool are_below(std::span<const T> numbers, std::size_t end) {
  T most = 0;  // a maximum and not a search: compilers compute several at a time
  for (const auto number : numbers) most = std::max(most, number);
  return numbers.empty() || most < end;
}

/// Checks a section with offsets, and returns the number of its runs.
template <typename T>
std::size_t run_count(const Image& image, Section section, Findings& findings, std::string_view what) {
  const auto offsets = image.array<std::uint32_t>(
      Section{static_cast<std::uint32_t>(section) + static_cast<std::uint32_t>(Section::Offsets)});
  if (offsets.empty()) {
    findings.need(false, what);
    return 0;
  }
  findings.need(are_offsets(offsets, offsets.size() - 1, image.array<T>(section).size()), what);
  return offsets.size() - 1;
}

void check_nodes(const Image& image, std::size_t labels, Findings& findings) {
  const std::size_t nodes = image.header().node_count;
  findings.need(run_count<char>(image, Section::Keys, findings, "keys") == nodes, "keys");
  const auto ends = image.array<std::uint32_t>(Section::SubtreeEnd);
  findings.need(ends.size() == nodes && are_below(ends, nodes + 1), "ends of parts");
  if (!findings.all_fit()) return;
  for (std::size_t node = 0; node < nodes; ++node) findings.need(ends[node] > node, "ends of parts");
  const auto sets = run_count<std::uint16_t>(image, Section::LabelSets, findings, "sets of labels");
  const auto set_of = image.array<std::uint32_t>(Section::LabelSetOf);
  findings.need(set_of.size() == nodes && are_below(set_of, sets), "sets of labels");
  findings.need(are_below(image.array<std::uint16_t>(Section::LabelSets), labels), "sets of labels");
  findings.need(run_count<std::uint32_t>(image, Section::NodesWithLabel, findings, "nodes by label") == labels,
                "nodes by label");
  findings.need(are_below(image.array<std::uint32_t>(Section::NodesWithLabel), nodes), "nodes by label");
  const auto slots = image.array<std::uint32_t>(Section::KeySlots);
  std::size_t taken = 0;
  for (const auto slot : slots) {
    findings.need(slot == kNoNode || slot < nodes, "key index");
    taken += slot == kNoNode ? 0 : 1;
  }
  // With a free slot every search ends (Graph::find).
  findings.need(std::has_single_bit(slots.size()) && taken == nodes && taken < slots.size(), "key index");
}

/// Whether the rows are in one of the three forms of CsrRows, and complete.
bool are_rows(Numbers starts, std::span<const RowMarks> marks, std::size_t nodes, std::size_t edges) {
  if (marks.empty()) return are_offsets(starts, nodes, edges);
  if (marks.size() != nodes / 64 + 1 || marks.back().present >> (nodes % 64) != 0) return false;
  std::size_t rows = 0;
  bool fit = true;
  for (const auto& block : marks) {
    fit = fit && block.before == rows && block.reserved == 0;
    rows += static_cast<std::size_t>(std::popcount(block.present));
  }
  return fit && (starts.empty() ? rows == edges : are_offsets(starts, rows, edges));
}

void check_topology(const Image& image, std::size_t types, Findings& findings) {
  const std::size_t nodes = image.header().node_count;
  const std::size_t relationships = image.header().relationship_count;
  std::size_t sum = 0;
  for (std::size_t type = 0; type < types; ++type) {
    const auto array = [&](Section section) { return image.array<std::uint32_t>(section, type); };
    const auto targets = array(Section::OutTargets);
    const auto sources = array(Section::InSources);
    const auto ids = array(Section::InRelationships);
    const auto rows_fit = [&](Section starts, Section marks) {
      return are_rows(array(starts), image.array<RowMarks>(marks, type), nodes, targets.size());
    };
    findings.need(rows_fit(Section::OutStarts, Section::OutMarks), "outgoing rows", type);
    findings.need(rows_fit(Section::InStarts, Section::InMarks), "incoming rows", type);
    findings.need(sources.size() == targets.size() && ids.size() == targets.size(), "ends of type", type);
    findings.need(are_below(targets, nodes) && are_below(sources, nodes) && are_below(ids, sum + targets.size()),
                  "ends of type", type);
    sum += targets.size();
  }
  findings.need(sum == relationships, "types");
}

void check_column(const Image& image, Section first, std::size_t number, std::size_t rows, Findings& findings) {
  const auto part = [first](ColumnPart which) {
    return Section{static_cast<std::uint32_t>(first) + static_cast<std::uint32_t>(which)};
  };
  constexpr std::uint32_t kOther = 4;  // PropertyTag::Other, which no image has
  const auto head = image.array<ColumnHead>(part(ColumnPart::Head), number);
  const auto present = image.array<std::uint64_t>(part(ColumnPart::Present), number);
  if (head.empty() && present.empty()) return;
  const auto ranks = image.array<std::uint32_t>(part(ColumnPart::Ranks), number);
  const auto tags = image.array<std::uint8_t>(part(ColumnPart::Tags), number);
  const auto values = image.array<std::uint64_t>(part(ColumnPart::Values), number);
  const auto texts = image.array<char>(part(ColumnPart::Texts), number);
  const auto need = [&](bool fits) { findings.need(fits, "values of property", number); };
  need(head.size() == 1 && present.size() == (rows + 63) / 64 && ranks.size() == present.size());
  need(tags.empty() ? !head.empty() && head[0].first_tag < kOther : tags.size() == values.size());
  if (!findings.all_fit()) return;
  std::size_t count = 0;
  for (std::size_t word = 0; word < present.size(); ++word) {
    need(ranks[word] == count);
    count += static_cast<std::size_t>(std::popcount(present[word]));
  }
  need(rows % 64 == 0 || present.back() >> (rows % 64) == 0);
  const auto codes_fit = [&]<typename T>(T /*code*/) {
    const auto codes = image.array<T>(part(ColumnPart::Codes), number);
    return codes.size() == count && are_below(codes, values.size());
  };
  const auto width = head[0].code_width;
  need(width == 0   ? values.size() == count
       : width == 1 ? codes_fit(std::uint8_t{})
       : width == 2 ? codes_fit(std::uint16_t{})
                    : width == 4 && codes_fit(std::uint32_t{}));
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto tag = tags.empty() ? head[0].first_tag : tags[i];
    need(tag < kOther);
    // 3 is PropertyTag::String, whose value is offset << 32 | length.
    need(tag != 3 || (values[i] >> 32U) + (values[i] & 0xffff'ffffU) <= texts.size());
  }
}

}  // namespace

Result<void> check_structure(const Image& image) {
  Findings findings;
  const auto labels = run_count<char>(image, Section::LabelNames, findings, "names of labels");
  const auto types = run_count<char>(image, Section::TypeNames, findings, "names of types");
  const auto properties = run_count<char>(image, Section::PropertyNames, findings, "names of properties");
  if (findings.all_fit()) check_nodes(image, labels, findings);
  if (findings.all_fit()) check_topology(image, types, findings);
  for (std::size_t i = 0; i < properties && findings.all_fit(); ++i) {
    check_column(image, Section::NodeColumn, i, image.header().node_count, findings);
    check_column(image, Section::RelationshipColumn, i, image.header().relationship_count, findings);
  }
  return findings.result();
}

}  // namespace treatygraph::image
