import Access
import Hummingbird
import Ledger
import Logging
import Markup
import Register

/// Leads requests to their endpoints, and answers in words where there is none.
struct SiteRouter {
    let site: Site

    func router() -> Router<SiteContext> {
        // Whoever watches a site asks for heads.
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: UnknownAddresses { request, context in await answer(nil, request, context) })
        for endpoint in Endpoint.allCases {
            router.on(RouterPath(endpoint.path), method: endpoint.method) { request, context in
                await answer(endpoint, request, context)
            }
        }
        return router
    }

    private func answer(_ endpoint: Endpoint?, _ request: Request, _ context: SiteContext) async -> Response {
        let start = ContinuousClock.now
        var response = await outcome(endpoint, request, context)
        Guards.add(to: &response, site: site, endpoint: endpoint)
        let took = (ContinuousClock.now - start).components
        site.logger.info(
            "request",
            metadata: [
                "id": "\(context.id)", "endpoint": "\(endpoint?.rawValue ?? "none")",
                "status": "\(response.status.code)",
                "milliseconds": "\(took.seconds * 1000 + took.attoseconds / 1_000_000_000_000_000)",
            ])
        return response
    }

    private func outcome(_ endpoint: Endpoint?, _ request: Request, _ context: SiteContext) async -> Response {
        var visit: Visit?
        do {
            // Before anything is read: what is appended meanwhile is not held against a page that may lack it.
            var made = try await visited(endpoint ?? .home, request, context, mark: try site.ledger.mark())
            visit = made
            guard let endpoint else {
                throw Refusal.notFound(
                    "There is no page at this address. Check it, or look for what you want by search.")
            }
            _ = try asAt(made.query, today: made.today)
            if made.asAt != .now { made.begins = try await begins(after: made.day) }
            visit = made
            if request.method == .post {
                do {
                    try await receive(request, endpoint, for: &made)
                } catch {
                    // What was typed comes back with the refusal.
                    visit = made
                    throw error
                }
                visit = made
            } else {
                try admit(made, to: endpoint)
            }
            guard try await Pages.followsFromLedger(made) else { return try await Pages.answer(made) }
            let grounds = PageGrounds(mark: made.mark, today: made.today, hasPublicPages: site.hasPublicPages)
            let key = PageKey(made)
            if let kept = site.pages.find(key, on: grounds) { return kept }
            let page = try await Pages.answer(made)
            // What a page is kept under takes room too, and a paper may have come for whoever asks meanwhile.
            if page.status == .ok, let length = page.body.contentLength, made.address.utf8.count <= 1000,
                try await Pages.followsFromLedger(made)
            {
                site.pages.keep(page, for: key, on: grounds, cost: length + made.address.utf8.count + 500)
            }
            return page
        } catch let refusal as Refusal {
            return await Pages.sentBack(refusal, visit) ?? Pages.refuse(refusal, visit, typed(request, visit))
        } catch let error as LedgerError {
            return Pages.refuse(refusal(error, context), visit, typed(request, visit))
        } catch let error as AccessError {
            return Pages.refuse(refusal(error, context), visit, typed(request, visit))
        } catch {
            return Pages.fail(context.id, logged(error, context), visit, typed(request, visit))
        }
    }

    // MARK: Forms

    /// Takes in a form from somebody who may send it; of one that is refused, what was typed.
    private func receive(_ request: Request, _ endpoint: Endpoint, for visit: inout Visit) async throws {
        let room: (Int, BodyRoom.Place?)
        do {
            try admit(visit, to: endpoint)
            room = try SentForm.room(for: request, visit)
        } catch {
            if endpoint.isTypedInto { visit.sent = await SentForm(beginningOf: request) }
            throw error
        }
        visit.sent = try await SentForm(request, in: room)
        // It may have been long on its way: what is read for it is as the ledger stands now.
        visit.mark = try site.ledger.mark()
        try requireFormToken(visit)
        try countUpload(visit)
    }

    /// What was typed into a form of this site.
    private func typed(_ request: Request, _ visit: Visit?) -> TypedForm? {
        guard request.method == .post, let visit, visit.isFromItsSite else { return nil }
        return TypedForm(visit)
    }

    private func countUpload(_ visit: Visit) throws(Refusal) {
        guard let account = visit.visitor?.account.id, !visit.files.isEmpty else { return }
        try site.uploads.count(account, at: site.clock())
    }

    // MARK: Who asks for what

    private func visited(
        _ endpoint: Endpoint, _ request: Request, _ context: SiteContext, mark: Int
    ) async throws -> Visit {
        if request.method == .post {
            // Browsers say where a form stands; signing in, which has no session yet, is guarded by this alone.
            let site = request.headers.fetchSite
            guard site == nil || site == "same-origin" || site == "none" else { throw Refusal.strangeForm }
        }
        let query = Fields(urlencoded: request.uri.query ?? "")
        let today = LondonTime.day(of: site.clock())
        return Visit(
            site: site, endpoint: endpoint, parts: parts(context), query: query,
            visitor: endpoint.needs == .publicPages || endpoint.isFile
                ? nil : try await visitor(request, mark: mark),
            client: SiteContext.client(site.settings.proxies.origin(of: request.headers, peer: context.peer)),
            isFromItsSite: request.isFromItsSite(site.settings.origin), browser: request.headers[.userAgent] ?? "",
            address: request.uri.string,
            path: request.uri.path.split(separator: "/").map { Fields.plain($0) }, today: today, mark: mark,
            asAt: endpoint.needs == .publicPages ? .now : (try? asAt(query, today: today)) ?? .now)
    }

    /// The day of the first entry, where it comes after a day that somebody asks for.
    private func begins(after day: Day) async throws -> Day? {
        guard let first = try await site.ledger.entries(after: 0, limit: 1).first else { return nil }
        let begins = LondonTime.day(of: first.at)
        return begins > day ? begins : nil
    }

    private func parts(_ context: SiteContext) -> [String: String] {
        var parts: [String: String] = [:]
        for (name, value) in context.parameters { parts[String(name)] = Fields.plain(value) }
        return parts
    }

    private func asAt(_ query: Fields, today: Day) throws(Refusal) -> AsAt {
        guard let text = query["as-at"], let day = Day(iso: text) else {
            if let text = query["as-at"] {
                throw .bad("“\(text)” is no day. Write it as year, month and day: \(today).")
            }
            return .now
        }
        // The day that is today shows things as they stand; no later one has been.
        return day >= today ? .now : .moment(LondonTime.end(of: day))
    }

    private func visitor(_ request: Request, mark: Int) async throws -> Visitor? {
        guard let cookie = request.cookies[Guards.cookie]?.value, let token = SecretToken(cookie),
            let session = try await site.access.session(token)
        else { return nil }
        let parties = try await parties(of: session.account, mark: mark)
        let merged = try await mergedCouncils(for: session.account, mark: mark)
        return Visitor(session: session, rights: session.rights(alsoAs: parties, merged: merged), token: token)
    }

    /// Councils that turned out to be one, each with all of them; nothing for an account whose roles are at none.
    private func mergedCouncils(for account: Account, mark: Int) async throws -> [RecordID: Set<RecordID>] {
        guard account.details.grants.contains(where: { $0.council != nil }) else { return [:] }
        if let known = site.merged.find(.council, on: mark) { return known }
        let merged = try await site.ledger.read { try $0.merged(.council, .now) }
        site.merged.keep(merged, for: .council, on: mark)
        return merged
    }

    /// All records of the person that an account is.
    private func parties(of account: Account, mark: Int) async throws -> Set<RecordID> {
        guard let person = account.details.person else { return [] }
        if let known = site.parties.find(person, on: mark) { return known }
        let parties = Set(try await site.ledger.read { try $0.identities(of: person, .now) })
        site.parties.keep(parties, for: person, on: mark)
        return parties
    }

    private func admit(_ visit: Visit, to endpoint: Endpoint) throws(Refusal) {
        switch endpoint.needs {
        case .nothing: break
        case .publicPages:
            guard site.hasPublicPages else {
                throw .notFound("This partnership shows no pages to the public.")
            }
        case .password: _ = try visit.signedIn()
        default:
            guard try visit.signedIn().session.stage == .full else { throw .codeNeeded }
            guard visit.may(endpoint.needs) else { throw .forbidden }
        }
    }

    private func requireFormToken(_ visit: Visit) throws(Refusal) {
        guard let visitor = visit.visitor else { return }
        // Signed in elsewhere while this page asked for it: its form is from before the session.
        if visit.endpoint == .enter, visit.isFromItsSite { return }
        guard visitor.token.isFormToken(visit.form.verbatim("form-token") ?? "") else { throw .strangeForm }
    }

    // MARK: What went wrong

    private func refusal(_ error: LedgerError, _ context: SiteContext) -> Refusal {
        switch error {
        case .stale(let conflict): return .conflict(conflict.current.reference, by: conflict.current.actor)
        case .movedOn:
            return .bad("Somebody else has added to the ledger meanwhile. Nothing was changed: look at it again.")
        default:
            logged(error, context)
            return .broken(id: context.id)
        }
    }

    private func refusal(_ error: AccessError, _ context: SiteContext) -> Refusal {
        if error.isFault { logged(error, context) }
        return .bad("\(error)")
    }

    /// Details are for the log alone, found by the request's id.
    private func logged(_ error: any Error, _ context: SiteContext) {
        site.logger.error("failed", metadata: ["id": "\(context.id)", "error": "\(type(of: error)): \(error)"])
    }
}
