import Hummingbird

/// Answers in words where the table of endpoints has nothing, whatever the method.
struct UnknownAddresses: RouterMiddleware {
    typealias Context = SiteContext

    let answer: @Sendable (Request, SiteContext) async -> Response

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let response = await answer(request, context)
            return request.method == .head ? response.createHeadResponse() : response
        }
    }
}
