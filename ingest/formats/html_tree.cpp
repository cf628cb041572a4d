#include "ingest/formats/html_tree.h"

#include <algorithm>
#include <csetjmp>
#include <cstdlib>
#include <ctime>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace treatygraph::ingest {

/// All memory of one parse, freed at once: gumbo frees a tree recursively, and a deep one would overflow the stack. At
/// a limit it jumps out of gumbo, which offers no other way to stop.
class HtmlTree::Arena {
 public:
  enum class Limit : int { None = 0, Memory = 1, Time = 2 };

  explicit Arena(std::size_t input_bytes)
      : most_bytes_(kLeastBytes + kBytesPerByte * input_bytes),
        most_ticks_(static_cast<std::clock_t>((kLeastSeconds + static_cast<double>(input_bytes) / kBytesPerSecond) *
                                              CLOCKS_PER_SEC)),
        begun_(std::clock()) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() {
    for (auto* block : blocks_) std::free(block);
  }

  static void* allocate(void* arena, std::size_t size) { return static_cast<Arena*>(arena)->take(size); }
  static void release(void* /*arena*/, void* /*memory*/) {}

  /// Where to continue when a limit is met.
  std::jmp_buf& on_limit() { return on_limit_; }
  [[nodiscard]] std::size_t most_bytes() const { return most_bytes_; }

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 18;        ///< bytes from malloc() at a time
  static constexpr std::size_t kLeastBytes = std::size_t{32} << 20;  ///< for any page
  static constexpr std::size_t kBytesPerByte = 60;                   ///< of memory for each byte of the page
  static constexpr double kLeastSeconds = 2;                         ///< for any page
  static constexpr double kBytesPerSecond = 1'000'000;               ///< a twentieth of gumbo's speed on any page
  static constexpr std::size_t kLookEach = 4096;                     ///< allocations between checks of the clock

  /// Memory from the current block; nothing is ever given back before the end.
  void* take(std::size_t size) {
    constexpr std::size_t kAlign = alignof(std::max_align_t);
    size = (size + kAlign - 1) / kAlign * kAlign;
    if (++count_ % kLookEach == 0 && std::clock() - begun_ > most_ticks_) stop(Limit::Time);
    if (size > left_) add_block(std::max(size, kBlock));
    auto* const memory = next_;
    next_ += size;
    left_ -= size;
    return memory;
  }

  void add_block(std::size_t size) {
    bytes_ += size;
    if (bytes_ > most_bytes_) stop(Limit::Memory);
    auto* const block = static_cast<char*>(std::malloc(size));
    if (block == nullptr) stop(Limit::Memory);
    blocks_.push_back(block);
    next_ = block;
    left_ = size;
  }

  [[noreturn]] void stop(Limit limit) { std::longjmp(on_limit_, static_cast<int>(limit)); }

  std::vector<char*> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t bytes_ = 0;
  std::size_t count_ = 0;
  std::size_t most_bytes_;
  std::clock_t most_ticks_;
  std::clock_t begun_;
  std::jmp_buf on_limit_{};
};

namespace {

using namespace std::string_view_literals;

/// A function without objects to destroy, as setjmp demands. Returns the root, or the limit that was met.
template <typename Arena>
const GumboNode* parsed_in(Arena& arena, std::string_view html, int& limit) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::allocate;
  options.deallocator = &Arena::release;
  options.userdata = &arena;
  // Errors would be recorded in memory, and they are not used.
  options.max_errors = 0;
  limit = setjmp(arena.on_limit());  // NOLINT(cert-err52-cpp): gumbo is C and cannot be thrown through
  if (limit != 0) return nullptr;
  return gumbo_parse_with_options(&options, html.data(), html.size())->root;
}

}  // namespace

HtmlTree::HtmlTree(std::unique_ptr<Arena> arena, const GumboNode* root) : arena_(std::move(arena)), root_(root) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

Result<HtmlTree> HtmlTree::parse(std::string_view html) {
  auto arena = std::make_unique<Arena>(html.size());
  int limit = 0;
  const auto* const root = parsed_in(*arena, html, limit);
  if (root != nullptr) return HtmlTree(std::move(arena), root);
  if (limit == static_cast<int>(Arena::Limit::Memory)) {
    return fail(ErrorCode::BudgetExceeded,
                fmt::format("this page (HTML) takes more than {} MiB of memory, the limit for its size: its elements "
                            "are nested too deeply; save it as plain text",
                            arena->most_bytes() >> 20));
  }
  return fail(ErrorCode::BudgetExceeded,
              "this page (HTML) takes more time than any page of its size: its elements are nested too "
              "deeply; save it as plain text");
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}

GumboTag tag_of(const GumboNode& node) {
  return is_element(node) ? node.v.element.tag : GUMBO_TAG_UNKNOWN;
}

bool has_attribute(const GumboNode& node, const char* name) {
  return is_element(node) && gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

std::string_view attribute_of(const GumboNode& node, const char* name) {
  if (!is_element(node)) return {};
  const auto* const found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? ""sv : std::string_view(found->value);
}

std::size_t child_count(const GumboNode& node) {
  return is_element(node) ? node.v.element.children.length : 0;
}

const GumboNode& child_of(const GumboNode& node, std::size_t i) {
  return *static_cast<const GumboNode*>(node.v.element.children.data[i]);
}

bool is_heading(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_BODY:
      return true;
    default:
      return is_heading(tag);
  }
}

}  // namespace treatygraph::ingest
