#pragma once
// Whether these tests and programs run under a sanitizer, which takes memory and time of its own.

namespace treatygraph::testing {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kIsSanitized = true;
#else
inline constexpr bool kIsSanitized = false;
#endif

#ifdef __SANITIZE_THREAD__
inline constexpr bool kSanitizesThreads = true;
#else
inline constexpr bool kSanitizesThreads = false;
#endif

}  // namespace treatygraph::testing
