// Made by "npm run client" out of tests/samples/openapi.json: do not edit.

export interface paths {
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process lives */
        get: operations["getLivez"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is measured, for Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether it should be sent requests: log at hand, views caught up */
        get: operations["getReadyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every problem there is */
        get: operations["getProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a problem means and what to do */
        get: operations["getProblemsCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every published event type */
        get: operations["getSchemas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemas/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The JSON Schema of the data of a published event, or of their envelope */
        get: operations["getSchemasType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The API for people who read and try */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the page is made of */
        get: operations["getDocsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List products */
        get: operations["getProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a product */
        get: operations["getProductsSku"];
        /** List a product, or make a listed one what the body says */
        put: operations["putProductsSku"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{sku}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who changed a product, when, what from what to what, and why */
        get: operations["getProductsSkuHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{sku}/price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the list price, now or from an instant on */
        post: operations["postProductsSkuPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{sku}/floor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the price no discount goes below; null takes it away */
        post: operations["postProductsSkuFloor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{sku}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the categories and tags that scopes of promotions name */
        post: operations["postProductsSkuGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{sku}/delist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it off sale; PUT lists it again */
        post: operations["postProductsSkuDelist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List customers */
        get: operations["getCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a customer */
        get: operations["getCustomersId"];
        /** Make a customer known, with a member tier */
        put: operations["putCustomersId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who changed a customer, when, what from what to what, and why */
        get: operations["getCustomersIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/tier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the member tier; null takes it away */
        post: operations["postCustomersIdTier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List promotions */
        get: operations["getPromotions"];
        put?: never;
        /** Draft a promotion; it is not in force before it is published */
        post: operations["postPromotions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a promotion */
        get: operations["getPromotionsId"];
        /** Replace the terms; of a published one only what may change while it runs */
        put: operations["putPromotionsId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who changed a promotion, when, what from what to what, and why */
        get: operations["getPromotionsIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a draft in force, within its schedule */
        post: operations["postPromotionsIdPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it out of force until it is resumed */
        post: operations["postPromotionsIdPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a paused one in force again */
        post: operations["postPromotionsIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End it for good; quotes given before stand */
        post: operations["postPromotionsIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions/{id}/emergency-stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End it now; quotes with it that are not yet orders are void */
        post: operations["postPromotionsIdEmergencyStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing-processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which processes reckon prices, and whether each knows what was written at a position */
        get: operations["getPricingProcesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shop/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how the shop prices where honest shops differ */
        get: operations["getShopPolicies"];
        /** Set the policies; what is not named goes back to its default */
        put: operations["putShopPolicies"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shop/policies/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who changed the policies, when, what from what to what, and why */
        get: operations["getShopPoliciesHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List quotes */
        get: operations["getQuotes"];
        put?: never;
        /** Price a basket now and promise the price for 15 minutes */
        post: operations["postQuotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Explain a quote: priced again from the log, with the rules and facts of then */
        get: operations["getQuotesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Price a basket at any instant, with drafts, or two ways side by side; nothing is recorded */
        post: operations["postPreviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What one unit of each product costs this customer, with badges and the next step */
        post: operations["postPriceList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fill-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suggest products that bring a basket to the next step of a promotion (凑单), best first */
        post: operations["postFillUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backtests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run drafts, other terms or fewer promotions over past orders; only that it ran is recorded */
        post: operations["postBacktests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backtests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a backtest is, and its report when it is done */
        get: operations["getBacktestsId"];
        put?: never;
        post?: never;
        /** Cancel a backtest that runs; one that is over stays as it is */
        delete: operations["deleteBacktestsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List orders */
        get: operations["getOrders"];
        put?: never;
        /** Place an order at the price of a quote; everything limited in it is held for 30 minutes, or nothing is */
        post: operations["postOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a order */
        get: operations["getOrdersId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who changed a order, when, what from what to what, and why */
        get: operations["getOrdersIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record its payment; after its deadline everything it held is taken again first */
        post: operations["postOrdersIdPay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel it: what it holds goes back, what was paid is paid back */
        post: operations["postOrdersIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace its quote until it is paid; the difference in what it holds is taken or given back */
        post: operations["postOrdersIdChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take lines back and pay back what the policy of the purchase says */
        post: operations["postOrdersIdReturns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/weights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Price lines again by what the scales said, where the policy of the purchase says so */
        post: operations["postOrdersIdWeights"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/compensate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay back what its quote would have cost less, had what is known now been known; once */
        post: operations["postOrdersIdCompensate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the price of a line by hand, with a reason, before it is paid */
        post: operations["postOrdersIdPrices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List quotes and orders that back-dated facts would have priced otherwise, with the difference */
        get: operations["getCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/allowances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List allowances */
        get: operations["getAllowances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/allowances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an allowance: what is held, confirmed and left of it */
        get: operations["getAllowancesId"];
        /** Open an allowance by hand; those of a promotion open by themselves */
        put: operations["putAllowancesId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/allowances/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an allowance hour by hour, when it will be used up, and when it was sold out */
        get: operations["getAllowancesIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/allowances/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who changed a allowance, when, what from what to what, and why */
        get: operations["getAllowancesIdTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what a customer has used and holds of limited offers */
        get: operations["getCustomersIdUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/allowances/{id}/adjust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Raise or lower its limits, until its promotion is revised; never below what is held and confirmed */
        post: operations["postAllowancesIdAdjust"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/allowances/{id}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a part of an allowance until an instant */
        post: operations["postAllowancesIdHolds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/allowances/{id}/holds/{hold}/resize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an open hold take more or less: all of the difference, or nothing */
        post: operations["postAllowancesIdHoldsHoldResize"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/allowances/{id}/holds/{hold}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a hold final */
        post: operations["postAllowancesIdHoldsHoldConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/allowances/{id}/holds/{hold}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a hold back; what is not held needs no giving back */
        post: operations["postAllowancesIdHoldsHoldRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/allowances/{id}/holds/{hold}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo a confirmed hold */
        post: operations["postAllowancesIdHoldsHoldCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find products and promotions: by id first, then by how their names begin, then by words */
        get: operations["getSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts and sums of quotes and orders an hour or a day; follows the log within a second */
        get: operations["getAnalytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow what happens in the shop, as CloudEvents; Orchard-Position says where to go on */
        get: operations["getEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read every event of the shop as it is stored, internal ones too; /v1/events is the published form */
        get: operations["getLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asyncapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Commands and events on the message bus */
        get: operations["getAsyncapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same for people who read */
        get: operations["getBus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description */
        get: operations["getOpenapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @example {
         *       "type": "/problems/BODY_INVALID",
         *       "title": "The body is not what this route takes",
         *       "status": 422,
         *       "detail": "The body has 1 fault, see errors.",
         *       "instance": "/v1/quotes",
         *       "code": "BODY_INVALID",
         *       "requestId": "019ab2c4-5a6b-7c8d-9e0f-112233445566",
         *       "errors": [
         *         {
         *           "pointer": "/lines/0/quantity",
         *           "code": "WRONG_TYPE",
         *           "detail": "must be whole pieces"
         *         }
         *       ]
         *     }
         */
        problem: {
            /**
             * @description Page about this problem
             * @example /problems/BODY_INVALID
             */
            type: string;
            title: string;
            status: number;
            detail: string;
            instance: string;
            /** @enum {string} */
            code: "HTTP_INVALID" | "REQUEST_TIMEOUT" | "HEADERS_TOO_LARGE" | "PATH_UNKNOWN" | "METHOD_NOT_ALLOWED" | "PATH_INVALID" | "QUERY_INVALID" | "HEADER_INVALID" | "MEDIA_TYPE_UNSUPPORTED" | "BODY_TOO_LARGE" | "BODY_NOT_UTF8" | "BODY_NOT_JSON" | "BODY_TOO_DEEP" | "BODY_KEY_REFUSED" | "BODY_KEY_TWICE" | "BODY_TEXT_REFUSED" | "BODY_INVALID" | "COMMAND_UNKNOWN" | "MESSAGE_ID_MISSING" | "TOKEN_MISSING" | "TOKEN_UNKNOWN" | "ROLE_MISSING" | "IF_MATCH_MISSING" | "REVISION_CHANGED" | "COMMAND_ID_REUSED" | "PRODUCT_UNKNOWN" | "CUSTOMER_UNKNOWN" | "PROMOTION_UNKNOWN" | "QUOTE_UNKNOWN" | "BACKTEST_UNKNOWN" | "SCHEMA_UNKNOWN" | "PAGE_UNKNOWN" | "PROBLEM_UNKNOWN" | "PROMOTION_EXISTS" | "QUOTE_EXISTS" | "AS_OF_TOO_EARLY" | "AS_OF_TOO_LATE" | "PROMOTION_OVER" | "PROMOTION_RUNNING" | "WRONG_STATUS" | "SCHEDULE_OVER" | "KIND_FIXED" | "SALE_UNIT_FIXED" | "ALLOWANCE_UNKNOWN" | "ALLOWANCE_EXISTS" | "ALLOWANCE_UNIT_FIXED" | "ALLOWANCE_BELOW_TAKEN" | "ORDER_UNKNOWN" | "ORDER_EXISTS" | "ORDER_REFUSED" | "ORDER_CHANGE_REFUSED" | "PAYMENT_REFUSED" | "ORDER_OVER" | "ORDER_PAID" | "ORDER_RETURNED" | "NOT_PAID" | "NOT_COMPENSABLE" | "ALREADY_PAID" | "AMOUNT_DIFFERS" | "QUOTE_FOREIGN" | "QUOTE_USED" | "QUOTE_EXPIRED" | "QUOTE_VOID" | "TOO_MANY_LIMITS" | "LINE_UNKNOWN" | "GIFT_UNKNOWN" | "PRICE_OUT_OF_RANGE" | "RETURN_EXISTS" | "RETURN_TOO_MUCH" | "ALREADY_RETURNED" | "NOTHING_RETURNED" | "WEIGHT_INVALID" | "WEIGHT_FIXED" | "SOLD_BY_PIECE" | "SOLD_BY_WEIGHT" | "LIMIT_REACHED" | "OUT_OF_STOCK" | "BUDGET_EXCEEDED" | "CUSTOMER_LIMIT_REACHED" | "CUSTOMER_NEEDED" | "NO_RESERVATION" | "ALREADY_CONFIRMED" | "NOT_CONFIRMED" | "HOLD_OF_ANOTHER" | "HOLD_OF_ORDER" | "HOLD_DIFFERS" | "HOLD_OVER" | "HOLD_TOO_LONG" | "AMOUNT_INVALID" | "TERMS_INVALID" | "BASKET_INVALID" | "PREVIEW_INVALID" | "BACKTEST_INVALID" | "NOTHING_SHORT" | "EVENT_TOO_LARGE" | "REFUSED" | "VIEW_BEHIND" | "BACKTESTS_BUSY" | "ORDER_BUSY" | "STREAM_BUSY" | "STORE_UNAVAILABLE" | "ALLOWANCE_SETTLING" | "OVERLOADED" | "NEWER_DATA" | "INTERNAL_FAULT";
            requestId: string;
            facts?: {
                [key: string]: unknown;
            };
            errors?: {
                /** @description JSON pointer into the body, or /name of a parameter or header */
                pointer: string;
                code: string;
                detail: string;
            }[];
            /** @description When there are more than are listed */
            errorsInAll?: number;
        };
        readiness: {
            ready: boolean;
            /** @description What serves store, bus and views */
            adapters: {
                [key: string]: string;
            };
            /** @description Position of the last event */
            head: string;
            views: {
                name: string;
                position: string;
                /** @description Positions between it and the head */
                lag: number;
                /** @description An event only a newer version understands */
                waitsAt: string | null;
                /** @description Streams left out; they come back by orchard rebuild */
                parked: number;
                complete: boolean;
            }[];
            /** @description Paid orders on a hold that was lost: GET /v1/orders?lostHolds=yes */
            lostHolds: number;
            /** @description What stopped following the log */
            fault: string | null;
            /** @description What else does not go on, while callers are answered */
            troubles: string[];
            /** @description How far the bus is behind the log; null where none is relayed to */
            relay: {
                /** @description Everything up to it was confirmed by the bus */
                position: string;
                /** @description Positions between it and the head */
                positions: number;
                /** @description Age of the oldest event the bus has not confirmed */
                seconds: number;
            } | null;
            /** @description Position of the last change of rules it prices with */
            rules: string;
            /** @description Pricing views shared with other processes; without them prices are as right, and slower */
            shared: {
                /** @description Null: nothing in them, or not seen yet */
                position: string | null;
                /** @description Positions between it and the head */
                lag: number | null;
                /** @description Since they were last seen */
                seconds: number | null;
            } | null;
        };
        product: {
            sku: string;
            name: string;
            /** @enum {string} */
            soldBy: "piece" | "weight";
            /**
             * @description Fen, per piece or per 500 g
             * @example 1280
             */
            unitPrice: number;
            /**
             * @description Former price, shown struck through
             * @example 1280
             */
            originalPrice: number | null;
            /**
             * @description No discount goes below it
             * @example 1280
             */
            floorPrice: number | null;
            categories: string[];
            tags: string[];
            /** @description Whether it is for sale now */
            listed: boolean;
            /** @description Recorded already, holds from then on */
            upcoming: {
                /** Format: date-time */
                from: string;
                /**
                 * @description Fen, per piece or per 500 g
                 * @example 1280
                 */
                unitPrice?: number;
                /**
                 * @description Former price, shown struck through
                 * @example 1280
                 */
                originalPrice?: number | null;
                /**
                 * @description No discount goes below it
                 * @example 1280
                 */
                floorPrice?: number | null;
                categories?: string[];
                tags?: string[];
                /** @description Whether it is for sale now */
                listed?: boolean;
            }[];
            /**
             * @description Counts its changes from 0; also the ETag
             * @example 3
             */
            revision: number;
        };
        history: {
            items: components["schemas"]["chapter"][];
            /** @description Cursor of the next page */
            next: string | null;
        };
        chapter: {
            /**
             * @description Of its last event: also the ETag it left
             * @example 3
             */
            revision: number;
            /** Format: date-time */
            at: string;
            /**
             * Format: date-time
             * @description From when it holds
             */
            effectiveFrom: string;
            by: {
                principal: string;
                role: string;
            };
            /**
             * @example [
             *       "promotion-published"
             *     ]
             */
            happened: string[];
            changes: {
                /**
                 * @description JSON pointer
                 * @example /unitPrice
                 */
                field: string;
                before?: unknown;
                after?: unknown;
            }[];
            why: string | null;
            /** @description The X-Request-Id it came by */
            correlation: string;
            sentence: components["schemas"]["sentence"];
        };
        /**
         * @example {
         *       "zh": "满100元减20元",
         *       "en": "¥20 off ¥100"
         *     }
         */
        sentence: {
            zh: string;
            en: string;
        };
        "product-changed": {
            sku: string;
            name: string;
            /** @enum {string} */
            soldBy: "piece" | "weight";
            /**
             * @description Fen, per piece or per 500 g
             * @example 1280
             */
            unitPrice: number;
            /**
             * @description Former price, shown struck through
             * @example 1280
             */
            originalPrice: number | null;
            /**
             * @description No discount goes below it
             * @example 1280
             */
            floorPrice: number | null;
            categories: string[];
            tags: string[];
            /** @description Whether it is for sale now */
            listed: boolean;
            /** @description Recorded already, holds from then on */
            upcoming: {
                /** Format: date-time */
                from: string;
                /**
                 * @description Fen, per piece or per 500 g
                 * @example 1280
                 */
                unitPrice?: number;
                /**
                 * @description Former price, shown struck through
                 * @example 1280
                 */
                originalPrice?: number | null;
                /**
                 * @description No discount goes below it
                 * @example 1280
                 */
                floorPrice?: number | null;
                categories?: string[];
                tags?: string[];
                /** @description Whether it is for sale now */
                listed?: boolean;
            }[];
            /**
             * @description Counts its changes from 0; also the ETag
             * @example 3
             */
            revision: number;
            /**
             * @description Of the change: give it to reads as min-position
             * @example 42
             */
            position: string;
            /** @description False: it was so already, nothing was recorded */
            changed: boolean;
        };
        customer: {
            id: string;
            /**
             * @description Member tier; null: none
             * @example gold
             */
            tier: string | null;
            /** @description Recorded already, holds from then on */
            upcoming: {
                /** Format: date-time */
                from: string;
                /**
                 * @description Member tier; null: none
                 * @example gold
                 */
                tier?: string | null;
            }[];
            /**
             * @description Counts its changes from 0; also the ETag
             * @example 3
             */
            revision: number;
        };
        "customer-changed": {
            id: string;
            /**
             * @description Member tier; null: none
             * @example gold
             */
            tier: string | null;
            /** @description Recorded already, holds from then on */
            upcoming: {
                /** Format: date-time */
                from: string;
                /**
                 * @description Member tier; null: none
                 * @example gold
                 */
                tier?: string | null;
            }[];
            /**
             * @description Counts its changes from 0; also the ETag
             * @example 3
             */
            revision: number;
            /**
             * @description Of the change: give it to reads as min-position
             * @example 42
             */
            position: string;
            /** @description False: it was so already, nothing was recorded */
            changed: boolean;
        };
        promotion: {
            id: string;
            name: string;
            kind: string;
            /** @enum {string} */
            status: "draft" | "published" | "paused" | "ended" | "stopped";
            /** @description Published, and its schedule is open now */
            inForce: boolean;
            sentence: components["schemas"]["sentence"];
            terms: components["schemas"]["terms-spend-threshold"] | components["schemas"]["terms-percentage"] | components["schemas"]["terms-nth-item"] | components["schemas"]["terms-buy-x-get-y"] | components["schemas"]["terms-flash-sale"] | components["schemas"]["terms-member-price"] | components["schemas"]["terms-fixed-amount"] | components["schemas"]["terms-fixed-price"] | components["schemas"]["terms-quantity-group"] | components["schemas"]["terms-unit-ladder"] | components["schemas"]["terms-points"] | components["schemas"]["terms-free-shipping"];
            /** @description What works but is rarely meant */
            warnings: {
                pointer: string;
                code: string;
                detail: string;
            }[];
            /** Format: date-time */
            draftedAt: string | null;
            /** Format: date-time */
            publishedAt: string | null;
            /**
             * Format: date-time
             * @description When it ended or was stopped
             */
            overAt: string | null;
            /** @description Recorded already, holds from then on */
            upcoming: {
                /** Format: date-time */
                from: string;
                terms?: components["schemas"]["terms-spend-threshold"] | components["schemas"]["terms-percentage"] | components["schemas"]["terms-nth-item"] | components["schemas"]["terms-buy-x-get-y"] | components["schemas"]["terms-flash-sale"] | components["schemas"]["terms-member-price"] | components["schemas"]["terms-fixed-amount"] | components["schemas"]["terms-fixed-price"] | components["schemas"]["terms-quantity-group"] | components["schemas"]["terms-unit-ladder"] | components["schemas"]["terms-points"] | components["schemas"]["terms-free-shipping"];
            }[];
            /**
             * @description Counts its changes from 0; also the ETag
             * @example 3
             */
            revision: number;
        };
        /** @description 满减 · Spend and save */
        "terms-spend-threshold": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "spend-threshold";
            benefit: {
                ladder: {
                    /** @description Reached from this amount, in fen */
                    from: number;
                    /** @description Money off, in fen */
                    amountOff: number;
                }[];
                /**
                 * @description The highest step as often as it fits, then lower steps on the rest
                 * @enum {string}
                 */
                repeat?: "greedy";
            } | {
                /** @description Money off, in fen */
                every: number;
                /** @description Money off, in fen */
                amountOff: number;
                /** @description count */
                maxRepeats?: number;
            };
            name: string;
            /**
             * @description One of store, categories or skus; exclusions win
             * @example {
             *       "categories": [
             *         "citrus"
             *       ]
             *     }
             */
            scope: {
                /** @enum {boolean} */
                store?: true;
                categories?: string[];
                skus?: string[];
                except?: {
                    categories?: string[];
                    skus?: string[];
                    tags?: string[];
                };
            };
            /** @enum {string} */
            level?: "order" | "line" | "unit";
            when?: {
                /**
                 * @description Fen
                 * @example 600
                 */
                minAmount?: number;
                /**
                 * @description Fen
                 * @example 600
                 */
                amountOver?: number;
                minQuantity?: number;
                /**
                 * @description Grams
                 * @example 1500
                 */
                minGrams?: number;
            };
            audience?: {
                tiers?: string[];
                newCustomer?: boolean;
                orderNumber?: number;
                segments?: string[];
            };
            channels?: ("pc" | "h5" | "mini-program" | "app")[];
            orderModes?: ("normal" | "flash" | "bargain")[];
            /** @description Half-open window, and days and hours on the clock of a zone */
            schedule?: {
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                until?: string;
                recurrence?: {
                    /** @example Asia/Shanghai */
                    zone: string;
                    weekdays?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    monthDays?: number[];
                    hours?: {
                        /** @example 09:30 */
                        from: string;
                        /** @example 09:30 */
                        to: string;
                    }[];
                };
            };
            stacking?: {
                lane?: number;
                /** @description Larger goes first */
                priority?: number;
                /** @enum {string} */
                exclusive?: "order" | "line";
                stopAfter?: boolean;
                group?: string;
            };
            /**
             * @description Fen
             * @example 600
             */
            cap?: number;
            coupon?: boolean;
            alsoGives?: {
                points: number;
            };
            /**
             * @description What it has only so much of
             * @example {
             *       "maxUses": 1000,
             *       "perCustomer": 1
             *     }
             */
            limits?: {
                maxUses?: number;
                perCustomer?: number;
                perCustomerDay?: {
                    uses: number;
                    /** @example Asia/Shanghai */
                    zone: string;
                };
                /**
                 * @description Fen
                 * @example 600
                 */
                budget?: number;
                stock?: number;
            };
        };
        /** @description 折扣 · Percentage off */
        "terms-percentage": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "percentage";
            benefit: {
                /** @description Basis points off: 2000 is 8折 */
                percentOffBp: number;
                /** @description pieces */
                maxUnits?: number;
            } | {
                ladder: {
                    /** @description Reached from this many pieces */
                    fromQuantity: number;
                    /** @description Basis points off: 2000 is 8折 */
                    percentOffBp: number;
                }[];
            };
            name: string;
            /**
             * @description One of store, categories or skus; exclusions win
             * @example {
             *       "categories": [
             *         "citrus"
             *       ]
             *     }
             */
            scope: {
                /** @enum {boolean} */
                store?: true;
                categories?: string[];
                skus?: string[];
                except?: {
                    categories?: string[];
                    skus?: string[];
                    tags?: string[];
                };
            };
            /** @enum {string} */
            level?: "order" | "line" | "unit";
            when?: {
                /**
                 * @description Fen
                 * @example 600
                 */
                minAmount?: number;
                /**
                 * @description Fen
                 * @example 600
                 */
                amountOver?: number;
                minQuantity?: number;
                /**
                 * @description Grams
                 * @example 1500
                 */
                minGrams?: number;
            };
            audience?: {
                tiers?: string[];
                newCustomer?: boolean;
                orderNumber?: number;
                segments?: string[];
            };
            channels?: ("pc" | "h5" | "mini-program" | "app")[];
            orderModes?: ("normal" | "flash" | "bargain")[];
            /** @description Half-open window, and days and hours on the clock of a zone */
            schedule?: {
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                until?: string;
                recurrence?: {
                    /** @example Asia/Shanghai */
                    zone: string;
                    weekdays?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    monthDays?: number[];
                    hours?: {
                        /** @example 09:30 */
                        from: string;
                        /** @example 09:30 */
                        to: string;
                    }[];
                };
            };
            stacking?: {
                lane?: number;
                /** @description Larger goes first */
                priority?: number;
                /** @enum {string} */
                exclusive?: "order" | "line";
                stopAfter?: boolean;
                group?: string;
            };
            /**
             * @description Fen
             * @example 600
             */
            cap?: number;
            coupon?: boolean;
            alsoGives?: {
                points: number;
            };
            /**
             * @description What it has only so much of
             * @example {
             *       "maxUses": 1000,
             *       "perCustomer": 1
             *     }
             */
            limits?: {
                maxUses?: number;
                perCustomer?: number;
                perCustomerDay?: {
                    uses: number;
                    /** @example Asia/Shanghai */
                    zone: string;
                };
                /**
                 * @description Fen
                 * @example 600
                 */
                budget?: number;
                stock?: number;
            };
        };
        /** @description 第N件优惠 · Nth piece cheaper */
        "terms-nth-item": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "nth-item";
            benefit: {
                /** @description Every nth piece is cheaper */
                nth: number;
                /** @description Basis points off: 2000 is 8折 */
                percentOffBp: number;
                /** @description Every block of this weight is a piece */
                unitGrams?: number;
            };
            name: string;
            /**
             * @description One of store, categories or skus; exclusions win
             * @example {
             *       "categories": [
             *         "citrus"
             *       ]
             *     }
             */
            scope: {
                /** @enum {boolean} */
                store?: true;
                categories?: string[];
                skus?: string[];
                except?: {
                    categories?: string[];
                    skus?: string[];
                    tags?: string[];
                };
            };
            /** @enum {string} */
            level?: "order" | "line" | "unit";
            when?: {
                /**
                 * @description Fen
                 * @example 600
                 */
                minAmount?: number;
                /**
                 * @description Fen
                 * @example 600
                 */
                amountOver?: number;
                minQuantity?: number;
                /**
                 * @description Grams
                 * @example 1500
                 */
                minGrams?: number;
            };
            audience?: {
                tiers?: string[];
                newCustomer?: boolean;
                orderNumber?: number;
                segments?: string[];
            };
            channels?: ("pc" | "h5" | "mini-program" | "app")[];
            orderModes?: ("normal" | "flash" | "bargain")[];
            /** @description Half-open window, and days and hours on the clock of a zone */
            schedule?: {
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                until?: string;
                recurrence?: {
                    /** @example Asia/Shanghai */
                    zone: string;
                    weekdays?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    monthDays?: number[];
                    hours?: {
                        /** @example 09:30 */
                        from: string;
                        /** @example 09:30 */
                        to: string;
                    }[];
                };
            };
            stacking?: {
                lane?: number;
                /** @description Larger goes first */
                priority?: number;
                /** @enum {string} */
                exclusive?: "order" | "line";
                stopAfter?: boolean;
                group?: string;
            };
            /**
             * @description Fen
             * @example 600
             */
            cap?: number;
            coupon?: boolean;
            alsoGives?: {
                points: number;
            };
            /**
             * @description What it has only so much of
             * @example {
             *       "maxUses": 1000,
             *       "perCustomer": 1
             *     }
             */
            limits?: {
                maxUses?: number;
                perCustomer?: number;
                perCustomerDay?: {
                    uses: number;
                    /** @example Asia/Shanghai */
                    zone: string;
                };
                /**
                 * @description Fen
                 * @example 600
                 */
                budget?: number;
                stock?: number;
            };
        };
        /** @description 买赠 · Buy some, get some */
        "terms-buy-x-get-y": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "buy-x-get-y";
            benefit: {
                buy: {
                    /** @description pieces */
                    quantity?: number;
                    /** @description grams */
                    grams?: number;
                };
                get: {
                    /** @description pieces */
                    quantity?: number;
                    /** @description grams */
                    grams?: number;
                    /**
                     * @description The gift is among the lines, or is added to them
                     * @enum {string}
                     */
                    placement: "in-basket" | "added";
                    scope?: {
                        /** @description Every line */
                        store?: boolean;
                        categories?: string[];
                        skus?: string[];
                        except?: {
                            categories?: string[];
                            skus?: string[];
                            tags?: string[];
                        };
                    };
                    /** @description The product added */
                    sku?: string;
                    /** @description What a piece or 500 g of the gift is said to be worth, in fen */
                    unitPrice?: number;
                };
                repeat?: boolean;
                /** @description pieces */
                maxFree?: number;
            } | {
                ladder: {
                    /** @description pieces */
                    buy: number;
                    /** @description pieces */
                    get: number;
                }[];
                /**
                 * @description The highest step as often as it fits, then lower steps on the rest
                 * @enum {string}
                 */
                repeat?: "greedy";
                /**
                 * @description The gift is among the lines, or is added to them
                 * @enum {string}
                 */
                placement: "in-basket" | "added";
                /** @description The product added */
                sku?: string;
                /** @description What a piece or 500 g of the gift is said to be worth, in fen */
                unitPrice?: number;
                /** @description pieces */
                maxFree?: number;
            };
            name: string;
            /**
             * @description One of store, categories or skus; exclusions win
             * @example {
             *       "categories": [
             *         "citrus"
             *       ]
             *     }
             */
            scope: {
                /** @enum {boolean} */
                store?: true;
                categories?: string[];
                skus?: string[];
                except?: {
                    categories?: string[];
                    skus?: string[];
                    tags?: string[];
                };
            };
            /** @enum {string} */
            level?: "order" | "line" | "unit";
            when?: {
                /**
                 * @description Fen
                 * @example 600
                 */
                minAmount?: number;
                /**
                 * @description Fen
                 * @example 600
                 */
                amountOver?: number;
                minQuantity?: number;
                /**
                 * @description Grams
                 * @example 1500
                 */
                minGrams?: number;
            };
            audience?: {
                tiers?: string[];
                newCustomer?: boolean;
                orderNumber?: number;
                segments?: string[];
            };
            channels?: ("pc" | "h5" | "mini-program" | "app")[];
            orderModes?: ("normal" | "flash" | "bargain")[];
            /** @description Half-open window, and days and hours on the clock of a zone */
            schedule?: {
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                until?: string;
                recurrence?: {
                    /** @example Asia/Shanghai */
                    zone: string;
                    weekdays?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    monthDays?: number[];
                    hours?: {
                        /** @example 09:30 */
                        from: string;
                        /** @example 09:30 */
                        to: string;
                    }[];
                };
            };
            stacking?: {
                lane?: number;
                /** @description Larger goes first */
                priority?: number;
                /** @enum {string} */
                exclusive?: "order" | "line";
                stopAfter?: boolean;
                group?: string;
            };
            /**
             * @description Fen
             * @example 600
             */
            cap?: number;
            coupon?: boolean;
            alsoGives?: {
                points: number;
            };
            /**
             * @description What it has only so much of
             * @example {
             *       "maxUses": 1000,
             *       "perCustomer": 1
             *     }
             */
            limits?: {
                maxUses?: number;
                perCustomer?: number;
                perCustomerDay?: {
                    uses: number;
                    /** @example Asia/Shanghai */
                    zone: string;
                };
                /**
                 * @description Fen
                 * @example 600
                 */
                budget?: number;
                stock?: number;
            };
        };
        /** @description 秒杀 · Flash sale */
        "terms-flash-sale": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "flash-sale";
            benefit: {
                /** @description Price of a piece or of 500 g, in fen */
                price: number;
                limit?: {
                    /** @description pieces */
                    quantity?: number;
                    /** @description grams */
                    grams?: number;
                };
            };
            name: string;
            /**
             * @description One of store, categories or skus; exclusions win
             * @example {
             *       "categories": [
             *         "citrus"
             *       ]
             *     }
             */
            scope: {
                /** @enum {boolean} */
                store?: true;
                categories?: string[];
                skus?: string[];
                except?: {
                    categories?: string[];
                    skus?: string[];
                    tags?: string[];
                };
            };
            /** @enum {string} */
            level?: "order" | "line" | "unit";
            when?: {
                /**
                 * @description Fen
                 * @example 600
                 */
                minAmount?: number;
                /**
                 * @description Fen
                 * @example 600
                 */
                amountOver?: number;
                minQuantity?: number;
                /**
                 * @description Grams
                 * @example 1500
                 */
                minGrams?: number;
            };
            audience?: {
                tiers?: string[];
                newCustomer?: boolean;
                orderNumber?: number;
                segments?: string[];
            };
            channels?: ("pc" | "h5" | "mini-program" | "app")[];
            orderModes?: ("normal" | "flash" | "bargain")[];
            /** @description Half-open window, and days and hours on the clock of a zone */
            schedule?: {
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                until?: string;
                recurrence?: {
                    /** @example Asia/Shanghai */
                    zone: string;
                    weekdays?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    monthDays?: number[];
                    hours?: {
                        /** @example 09:30 */
                        from: string;
                        /** @example 09:30 */
                        to: string;
                    }[];
                };
            };
            stacking?: {
                lane?: number;
                /** @description Larger goes first */
                priority?: number;
                /** @enum {string} */
                exclusive?: "order" | "line";
                stopAfter?: boolean;
                group?: string;
            };
            /**
             * @description Fen
             * @example 600
             */
            cap?: number;
            coupon?: boolean;
            alsoGives?: {
                points: number;
            };
            /**
             * @description What it has only so much of
             * @example {
             *       "maxUses": 1000,
             *       "perCustomer": 1
             *     }
             */
            limits?: {
                maxUses?: number;
                perCustomer?: number;
                perCustomerDay?: {
                    uses: number;
                    /** @example Asia/Shanghai */
                    zone: string;
                };
                /**
                 * @description Fen
                 * @example 600
                 */
                budget?: number;
                stock?: number;
            };
        };
        /** @description 会员价 · Member price */
        "terms-member-price": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "member-price";
            benefit: {
                /** @description Price of a piece or of 500 g, in fen */
                price: number;
                limit?: {
                    /** @description pieces */
                    quantity?: number;
                    /** @description grams */
                    grams?: number;
                };
            };
            name: string;
            /**
             * @description One of store, categories or skus; exclusions win
             * @example {
             *       "categories": [
             *         "citrus"
             *       ]
             *     }
             */
            scope: {
                /** @enum {boolean} */
                store?: true;
                categories?: string[];
                skus?: string[];
                except?: {
                    categories?: string[];
                    skus?: string[];
                    tags?: string[];
                };
            };
            /** @enum {string} */
            level?: "order" | "line" | "unit";
            when?: {
                /**
                 * @description Fen
                 * @example 600
                 */
                minAmount?: number;
                /**
                 * @description Fen
                 * @example 600
                 */
                amountOver?: number;
                minQuantity?: number;
                /**
                 * @description Grams
                 * @example 1500
                 */
                minGrams?: number;
            };
            audience?: {
                tiers?: string[];
                newCustomer?: boolean;
                orderNumber?: number;
                segments?: string[];
            };
            channels?: ("pc" | "h5" | "mini-program" | "app")[];
            orderModes?: ("normal" | "flash" | "bargain")[];
            /** @description Half-open window, and days and hours on the clock of a zone */
            schedule?: {
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                until?: string;
                recurrence?: {
                    /** @example Asia/Shanghai */
                    zone: string;
                    weekdays?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    monthDays?: number[];
                    hours?: {
                        /** @example 09:30 */
                        from: string;
                        /** @example 09:30 */
                        to: string;
                    }[];
                };
            };
            stacking?: {
                lane?: number;
                /** @description Larger goes first */
                priority?: number;
                /** @enum {string} */
                exclusive?: "order" | "line";
                stopAfter?: boolean;
                group?: string;
            };
            /**
             * @description Fen
             * @example 600
             */
            cap?: number;
            coupon?: boolean;
            alsoGives?: {
                points: number;
            };
            /**
             * @description What it has only so much of
             * @example {
             *       "maxUses": 1000,
             *       "perCustomer": 1
             *     }
             */
            limits?: {
                maxUses?: number;
                perCustomer?: number;
                perCustomerDay?: {
                    uses: number;
                    /** @example Asia/Shanghai */
                    zone: string;
                };
                /**
                 * @description Fen
                 * @example 600
                 */
                budget?: number;
                stock?: number;
            };
        };
        /** @description 立减 · Amount off */
        "terms-fixed-amount": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "fixed-amount";
            benefit: {
                /** @description Money off, in fen */
                amountOff: number;
                /** @description pieces */
                maxUnits?: number;
            };
            name: string;
            /**
             * @description One of store, categories or skus; exclusions win
             * @example {
             *       "categories": [
             *         "citrus"
             *       ]
             *     }
             */
            scope: {
                /** @enum {boolean} */
                store?: true;
                categories?: string[];
                skus?: string[];
                except?: {
                    categories?: string[];
                    skus?: string[];
                    tags?: string[];
                };
            };
            /** @enum {string} */
            level?: "order" | "line" | "unit";
            when?: {
                /**
                 * @description Fen
                 * @example 600
                 */
                minAmount?: number;
                /**
                 * @description Fen
                 * @example 600
                 */
                amountOver?: number;
                minQuantity?: number;
                /**
                 * @description Grams
                 * @example 1500
                 */
                minGrams?: number;
            };
            audience?: {
                tiers?: string[];
                newCustomer?: boolean;
                orderNumber?: number;
                segments?: string[];
            };
            channels?: ("pc" | "h5" | "mini-program" | "app")[];
            orderModes?: ("normal" | "flash" | "bargain")[];
            /** @description Half-open window, and days and hours on the clock of a zone */
            schedule?: {
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                until?: string;
                recurrence?: {
                    /** @example Asia/Shanghai */
                    zone: string;
                    weekdays?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    monthDays?: number[];
                    hours?: {
                        /** @example 09:30 */
                        from: string;
                        /** @example 09:30 */
                        to: string;
                    }[];
                };
            };
            stacking?: {
                lane?: number;
                /** @description Larger goes first */
                priority?: number;
                /** @enum {string} */
                exclusive?: "order" | "line";
                stopAfter?: boolean;
                group?: string;
            };
            /**
             * @description Fen
             * @example 600
             */
            cap?: number;
            coupon?: boolean;
            alsoGives?: {
                points: number;
            };
            /**
             * @description What it has only so much of
             * @example {
             *       "maxUses": 1000,
             *       "perCustomer": 1
             *     }
             */
            limits?: {
                maxUses?: number;
                perCustomer?: number;
                perCustomerDay?: {
                    uses: number;
                    /** @example Asia/Shanghai */
                    zone: string;
                };
                /**
                 * @description Fen
                 * @example 600
                 */
                budget?: number;
                stock?: number;
            };
        };
        /** @description 一口价 · Fixed price */
        "terms-fixed-price": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "fixed-price";
            benefit: {
                /** @description Price of a piece or of 500 g, in fen */
                price: number;
                limit?: {
                    /** @description pieces */
                    quantity?: number;
                    /** @description grams */
                    grams?: number;
                };
            };
            name: string;
            /**
             * @description One of store, categories or skus; exclusions win
             * @example {
             *       "categories": [
             *         "citrus"
             *       ]
             *     }
             */
            scope: {
                /** @enum {boolean} */
                store?: true;
                categories?: string[];
                skus?: string[];
                except?: {
                    categories?: string[];
                    skus?: string[];
                    tags?: string[];
                };
            };
            /** @enum {string} */
            level?: "order" | "line" | "unit";
            when?: {
                /**
                 * @description Fen
                 * @example 600
                 */
                minAmount?: number;
                /**
                 * @description Fen
                 * @example 600
                 */
                amountOver?: number;
                minQuantity?: number;
                /**
                 * @description Grams
                 * @example 1500
                 */
                minGrams?: number;
            };
            audience?: {
                tiers?: string[];
                newCustomer?: boolean;
                orderNumber?: number;
                segments?: string[];
            };
            channels?: ("pc" | "h5" | "mini-program" | "app")[];
            orderModes?: ("normal" | "flash" | "bargain")[];
            /** @description Half-open window, and days and hours on the clock of a zone */
            schedule?: {
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                until?: string;
                recurrence?: {
                    /** @example Asia/Shanghai */
                    zone: string;
                    weekdays?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    monthDays?: number[];
                    hours?: {
                        /** @example 09:30 */
                        from: string;
                        /** @example 09:30 */
                        to: string;
                    }[];
                };
            };
            stacking?: {
                lane?: number;
                /** @description Larger goes first */
                priority?: number;
                /** @enum {string} */
                exclusive?: "order" | "line";
                stopAfter?: boolean;
                group?: string;
            };
            /**
             * @description Fen
             * @example 600
             */
            cap?: number;
            coupon?: boolean;
            alsoGives?: {
                points: number;
            };
            /**
             * @description What it has only so much of
             * @example {
             *       "maxUses": 1000,
             *       "perCustomer": 1
             *     }
             */
            limits?: {
                maxUses?: number;
                perCustomer?: number;
                perCustomerDay?: {
                    uses: number;
                    /** @example Asia/Shanghai */
                    zone: string;
                };
                /**
                 * @description Fen
                 * @example 600
                 */
                budget?: number;
                stock?: number;
            };
        };
        /** @description 成组优惠 · Group of pieces */
        "terms-quantity-group": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "quantity-group";
            benefit: {
                /** @description pieces */
                groupSize: number;
                /** @description Money off, in fen */
                amountOffEach: number;
            };
            name: string;
            /**
             * @description One of store, categories or skus; exclusions win
             * @example {
             *       "categories": [
             *         "citrus"
             *       ]
             *     }
             */
            scope: {
                /** @enum {boolean} */
                store?: true;
                categories?: string[];
                skus?: string[];
                except?: {
                    categories?: string[];
                    skus?: string[];
                    tags?: string[];
                };
            };
            /** @enum {string} */
            level?: "order" | "line" | "unit";
            when?: {
                /**
                 * @description Fen
                 * @example 600
                 */
                minAmount?: number;
                /**
                 * @description Fen
                 * @example 600
                 */
                amountOver?: number;
                minQuantity?: number;
                /**
                 * @description Grams
                 * @example 1500
                 */
                minGrams?: number;
            };
            audience?: {
                tiers?: string[];
                newCustomer?: boolean;
                orderNumber?: number;
                segments?: string[];
            };
            channels?: ("pc" | "h5" | "mini-program" | "app")[];
            orderModes?: ("normal" | "flash" | "bargain")[];
            /** @description Half-open window, and days and hours on the clock of a zone */
            schedule?: {
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                until?: string;
                recurrence?: {
                    /** @example Asia/Shanghai */
                    zone: string;
                    weekdays?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    monthDays?: number[];
                    hours?: {
                        /** @example 09:30 */
                        from: string;
                        /** @example 09:30 */
                        to: string;
                    }[];
                };
            };
            stacking?: {
                lane?: number;
                /** @description Larger goes first */
                priority?: number;
                /** @enum {string} */
                exclusive?: "order" | "line";
                stopAfter?: boolean;
                group?: string;
            };
            /**
             * @description Fen
             * @example 600
             */
            cap?: number;
            coupon?: boolean;
            alsoGives?: {
                points: number;
            };
            /**
             * @description What it has only so much of
             * @example {
             *       "maxUses": 1000,
             *       "perCustomer": 1
             *     }
             */
            limits?: {
                maxUses?: number;
                perCustomer?: number;
                perCustomerDay?: {
                    uses: number;
                    /** @example Asia/Shanghai */
                    zone: string;
                };
                /**
                 * @description Fen
                 * @example 600
                 */
                budget?: number;
                stock?: number;
            };
        };
        /** @description 逐件优惠 · First and further pieces */
        "terms-unit-ladder": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "unit-ladder";
            benefit: {
                /** @description fen */
                firstOff: number;
                /** @description fen */
                furtherOff: number;
                /** @description pieces */
                maxUnits?: number;
            };
            name: string;
            /**
             * @description One of store, categories or skus; exclusions win
             * @example {
             *       "categories": [
             *         "citrus"
             *       ]
             *     }
             */
            scope: {
                /** @enum {boolean} */
                store?: true;
                categories?: string[];
                skus?: string[];
                except?: {
                    categories?: string[];
                    skus?: string[];
                    tags?: string[];
                };
            };
            /** @enum {string} */
            level?: "order" | "line" | "unit";
            when?: {
                /**
                 * @description Fen
                 * @example 600
                 */
                minAmount?: number;
                /**
                 * @description Fen
                 * @example 600
                 */
                amountOver?: number;
                minQuantity?: number;
                /**
                 * @description Grams
                 * @example 1500
                 */
                minGrams?: number;
            };
            audience?: {
                tiers?: string[];
                newCustomer?: boolean;
                orderNumber?: number;
                segments?: string[];
            };
            channels?: ("pc" | "h5" | "mini-program" | "app")[];
            orderModes?: ("normal" | "flash" | "bargain")[];
            /** @description Half-open window, and days and hours on the clock of a zone */
            schedule?: {
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                until?: string;
                recurrence?: {
                    /** @example Asia/Shanghai */
                    zone: string;
                    weekdays?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    monthDays?: number[];
                    hours?: {
                        /** @example 09:30 */
                        from: string;
                        /** @example 09:30 */
                        to: string;
                    }[];
                };
            };
            stacking?: {
                lane?: number;
                /** @description Larger goes first */
                priority?: number;
                /** @enum {string} */
                exclusive?: "order" | "line";
                stopAfter?: boolean;
                group?: string;
            };
            /**
             * @description Fen
             * @example 600
             */
            cap?: number;
            coupon?: boolean;
            alsoGives?: {
                points: number;
            };
            /**
             * @description What it has only so much of
             * @example {
             *       "maxUses": 1000,
             *       "perCustomer": 1
             *     }
             */
            limits?: {
                maxUses?: number;
                perCustomer?: number;
                perCustomerDay?: {
                    uses: number;
                    /** @example Asia/Shanghai */
                    zone: string;
                };
                /**
                 * @description Fen
                 * @example 600
                 */
                budget?: number;
                stock?: number;
            };
        };
        /** @description 积分抵扣 · Points as money */
        "terms-points": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "points";
            benefit: {
                /** @description fen */
                fenPerPoint: number;
                /** @description count */
                maxPoints?: number;
            };
            name: string;
            /**
             * @description One of store, categories or skus; exclusions win
             * @example {
             *       "categories": [
             *         "citrus"
             *       ]
             *     }
             */
            scope: {
                /** @enum {boolean} */
                store?: true;
                categories?: string[];
                skus?: string[];
                except?: {
                    categories?: string[];
                    skus?: string[];
                    tags?: string[];
                };
            };
            /** @enum {string} */
            level?: "order" | "line" | "unit";
            when?: {
                /**
                 * @description Fen
                 * @example 600
                 */
                minAmount?: number;
                /**
                 * @description Fen
                 * @example 600
                 */
                amountOver?: number;
                minQuantity?: number;
                /**
                 * @description Grams
                 * @example 1500
                 */
                minGrams?: number;
            };
            audience?: {
                tiers?: string[];
                newCustomer?: boolean;
                orderNumber?: number;
                segments?: string[];
            };
            channels?: ("pc" | "h5" | "mini-program" | "app")[];
            orderModes?: ("normal" | "flash" | "bargain")[];
            /** @description Half-open window, and days and hours on the clock of a zone */
            schedule?: {
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                until?: string;
                recurrence?: {
                    /** @example Asia/Shanghai */
                    zone: string;
                    weekdays?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    monthDays?: number[];
                    hours?: {
                        /** @example 09:30 */
                        from: string;
                        /** @example 09:30 */
                        to: string;
                    }[];
                };
            };
            stacking?: {
                lane?: number;
                /** @description Larger goes first */
                priority?: number;
                /** @enum {string} */
                exclusive?: "order" | "line";
                stopAfter?: boolean;
                group?: string;
            };
            /**
             * @description Fen
             * @example 600
             */
            cap?: number;
            coupon?: boolean;
            alsoGives?: {
                points: number;
            };
            /**
             * @description What it has only so much of
             * @example {
             *       "maxUses": 1000,
             *       "perCustomer": 1
             *     }
             */
            limits?: {
                maxUses?: number;
                perCustomer?: number;
                perCustomerDay?: {
                    uses: number;
                    /** @example Asia/Shanghai */
                    zone: string;
                };
                /**
                 * @description Fen
                 * @example 600
                 */
                budget?: number;
                stock?: number;
            };
        };
        /** @description 包邮 · Free delivery */
        "terms-free-shipping": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "free-shipping";
            benefit: Record<string, unknown>;
            name: string;
            /**
             * @description One of store, categories or skus; exclusions win
             * @example {
             *       "categories": [
             *         "citrus"
             *       ]
             *     }
             */
            scope: {
                /** @enum {boolean} */
                store?: true;
                categories?: string[];
                skus?: string[];
                except?: {
                    categories?: string[];
                    skus?: string[];
                    tags?: string[];
                };
            };
            /** @enum {string} */
            level?: "order" | "line" | "unit";
            when?: {
                /**
                 * @description Fen
                 * @example 600
                 */
                minAmount?: number;
                /**
                 * @description Fen
                 * @example 600
                 */
                amountOver?: number;
                minQuantity?: number;
                /**
                 * @description Grams
                 * @example 1500
                 */
                minGrams?: number;
            };
            audience?: {
                tiers?: string[];
                newCustomer?: boolean;
                orderNumber?: number;
                segments?: string[];
            };
            channels?: ("pc" | "h5" | "mini-program" | "app")[];
            orderModes?: ("normal" | "flash" | "bargain")[];
            /** @description Half-open window, and days and hours on the clock of a zone */
            schedule?: {
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 instant
                 * @example 2026-11-22T10:00:00.000Z
                 */
                until?: string;
                recurrence?: {
                    /** @example Asia/Shanghai */
                    zone: string;
                    weekdays?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    monthDays?: number[];
                    hours?: {
                        /** @example 09:30 */
                        from: string;
                        /** @example 09:30 */
                        to: string;
                    }[];
                };
            };
            stacking?: {
                lane?: number;
                /** @description Larger goes first */
                priority?: number;
                /** @enum {string} */
                exclusive?: "order" | "line";
                stopAfter?: boolean;
                group?: string;
            };
            /**
             * @description Fen
             * @example 600
             */
            cap?: number;
            coupon?: boolean;
            alsoGives?: {
                points: number;
            };
            /**
             * @description What it has only so much of
             * @example {
             *       "maxUses": 1000,
             *       "perCustomer": 1
             *     }
             */
            limits?: {
                maxUses?: number;
                perCustomer?: number;
                perCustomerDay?: {
                    uses: number;
                    /** @example Asia/Shanghai */
                    zone: string;
                };
                /**
                 * @description Fen
                 * @example 600
                 */
                budget?: number;
                stock?: number;
            };
        };
        "promotion-changed": {
            id: string;
            name: string;
            kind: string;
            /** @enum {string} */
            status: "draft" | "published" | "paused" | "ended" | "stopped";
            /** @description Published, and its schedule is open now */
            inForce: boolean;
            sentence: components["schemas"]["sentence"];
            terms: components["schemas"]["terms-spend-threshold"] | components["schemas"]["terms-percentage"] | components["schemas"]["terms-nth-item"] | components["schemas"]["terms-buy-x-get-y"] | components["schemas"]["terms-flash-sale"] | components["schemas"]["terms-member-price"] | components["schemas"]["terms-fixed-amount"] | components["schemas"]["terms-fixed-price"] | components["schemas"]["terms-quantity-group"] | components["schemas"]["terms-unit-ladder"] | components["schemas"]["terms-points"] | components["schemas"]["terms-free-shipping"];
            /** @description What works but is rarely meant */
            warnings: {
                pointer: string;
                code: string;
                detail: string;
            }[];
            /** Format: date-time */
            draftedAt: string | null;
            /** Format: date-time */
            publishedAt: string | null;
            /**
             * Format: date-time
             * @description When it ended or was stopped
             */
            overAt: string | null;
            /** @description Recorded already, holds from then on */
            upcoming: {
                /** Format: date-time */
                from: string;
                terms?: components["schemas"]["terms-spend-threshold"] | components["schemas"]["terms-percentage"] | components["schemas"]["terms-nth-item"] | components["schemas"]["terms-buy-x-get-y"] | components["schemas"]["terms-flash-sale"] | components["schemas"]["terms-member-price"] | components["schemas"]["terms-fixed-amount"] | components["schemas"]["terms-fixed-price"] | components["schemas"]["terms-quantity-group"] | components["schemas"]["terms-unit-ladder"] | components["schemas"]["terms-points"] | components["schemas"]["terms-free-shipping"];
            }[];
            /**
             * @description Counts its changes from 0; also the ETag
             * @example 3
             */
            revision: number;
            /**
             * @description Of the change: give it to reads as min-position
             * @example 42
             */
            position: string;
            /** @description False: it was so already, nothing was recorded */
            changed: boolean;
        };
        "policies-changed": {
            /** @description All of them, as they hold now */
            policies: {
                /** @enum {string} */
                selection?: "best-for-customer" | "priority";
                /** @enum {string} */
                percentBase?: "running" | "original";
                /** @enum {string} */
                thresholdBase?: "running" | "original";
                /** @enum {string} */
                productBase?: "currentPrice" | "originalPrice";
                /** @enum {string} */
                exclusiveChoice?: "priority" | "most-valuable";
                /** @enum {string} */
                groupPick?: "best" | "priority";
                /** @enum {string} */
                groupScope?: "order" | "line";
                /** @enum {string} */
                giftChoice?: "cheapest" | "dearest";
                partGift?: boolean;
                /** @enum {string} */
                partUnits?: "whole" | "prorate";
                /** @enum {string} */
                returns?: "keep-discount" | "re-evaluate" | "re-quote-actual-weight";
                /** @enum {string} */
                negativeRefund?: "forbidden" | "debt";
                /** @enum {string} */
                actualWeightThreshold?: "actual" | "ordered";
                /** @enum {string} */
                couponOnReturn?: "when-all-returned" | "never";
                /** @enum {string} */
                afterCancel?: "reusable" | "consumed";
                /** @description Of the list prices of a purchase */
                greatestDiscountBp?: number;
            };
            /** @description Those the shop decided itself; the others have their defaults */
            decided: {
                /** @enum {string} */
                selection?: "best-for-customer" | "priority";
                /** @enum {string} */
                percentBase?: "running" | "original";
                /** @enum {string} */
                thresholdBase?: "running" | "original";
                /** @enum {string} */
                productBase?: "currentPrice" | "originalPrice";
                /** @enum {string} */
                exclusiveChoice?: "priority" | "most-valuable";
                /** @enum {string} */
                groupPick?: "best" | "priority";
                /** @enum {string} */
                groupScope?: "order" | "line";
                /** @enum {string} */
                giftChoice?: "cheapest" | "dearest";
                partGift?: boolean;
                /** @enum {string} */
                partUnits?: "whole" | "prorate";
                /** @enum {string} */
                returns?: "keep-discount" | "re-evaluate" | "re-quote-actual-weight";
                /** @enum {string} */
                negativeRefund?: "forbidden" | "debt";
                /** @enum {string} */
                actualWeightThreshold?: "actual" | "ordered";
                /** @enum {string} */
                couponOnReturn?: "when-all-returned" | "never";
                /** @enum {string} */
                afterCancel?: "reusable" | "consumed";
                /** @description Of the list prices of a purchase */
                greatestDiscountBp?: number;
            };
            /** @description Recorded already, holds from then on */
            upcoming: {
                /** Format: date-time */
                from: string;
                decided?: {
                    /** @enum {string} */
                    selection?: "best-for-customer" | "priority";
                    /** @enum {string} */
                    percentBase?: "running" | "original";
                    /** @enum {string} */
                    thresholdBase?: "running" | "original";
                    /** @enum {string} */
                    productBase?: "currentPrice" | "originalPrice";
                    /** @enum {string} */
                    exclusiveChoice?: "priority" | "most-valuable";
                    /** @enum {string} */
                    groupPick?: "best" | "priority";
                    /** @enum {string} */
                    groupScope?: "order" | "line";
                    /** @enum {string} */
                    giftChoice?: "cheapest" | "dearest";
                    partGift?: boolean;
                    /** @enum {string} */
                    partUnits?: "whole" | "prorate";
                    /** @enum {string} */
                    returns?: "keep-discount" | "re-evaluate" | "re-quote-actual-weight";
                    /** @enum {string} */
                    negativeRefund?: "forbidden" | "debt";
                    /** @enum {string} */
                    actualWeightThreshold?: "actual" | "ordered";
                    /** @enum {string} */
                    couponOnReturn?: "when-all-returned" | "never";
                    /** @enum {string} */
                    afterCancel?: "reusable" | "consumed";
                    /** @description Of the list prices of a purchase */
                    greatestDiscountBp?: number;
                };
            }[];
            /**
             * @description Counts its changes from 0; also the ETag
             * @example 3
             */
            revision: number;
            /**
             * @description Of the change: give it to reads as min-position
             * @example 42
             */
            position: string;
            /** @description False: it was so already, nothing was recorded */
            changed: boolean;
        };
        "quote-changed": {
            id: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            validUntil: string;
            currency: string;
            customer: string | null;
            /** @description Fen */
            list: number;
            /** @description Fen */
            discount: number;
            /** @description Fen */
            goods: number;
            /** @description Fen */
            delivery: number;
            /** @description Fen */
            pay: number;
            lines: components["schemas"]["quoted-line"][];
            gifts: components["schemas"]["gift"][];
            applied: components["schemas"]["applied-offer"][];
            refused: components["schemas"]["refused-offer"][];
            /** @description The offers are proven best for the customer, under the policies of the shop */
            proven: boolean;
            /** @description Priced again from the log, it is what was promised, to the byte */
            verified: boolean;
            /**
             * @description Counts its changes from 0; also the ETag
             * @example 3
             */
            revision: number;
            /**
             * @description Of the change: give it to reads as min-position
             * @example 42
             */
            position: string;
            /** @description False: it was so already, nothing was recorded */
            changed: boolean;
        };
        "quoted-line": {
            id: string;
            sku: string;
            /** @description Fen */
            list: number;
            /** @description Fen */
            discount: number;
            /** @description Fen */
            pay: number;
            /** @description What each offer took off this line */
            shares: {
                [key: string]: number;
            };
        };
        gift: {
            offer: string;
            line?: string;
            sku?: string;
            quantity?: number;
            grams?: number;
            /** @description Fen */
            value?: number;
            points?: number;
            lineShares?: {
                [key: string]: number;
            };
        };
        "applied-offer": {
            /** @description Id of the promotion */
            offer: string;
            name: string;
            kind: string;
            /** @description Of the promotion, as it was priced with; -1 in a preview: it is not recorded */
            revision: number;
            sentence: components["schemas"]["sentence"];
            /** @description What it was reckoned from, enough to check by hand */
            facts: {
                [key: string]: unknown;
            };
            /** @description Only so much was left of it; placing the order decides */
            left?: {
                stock?: number;
                uses?: number;
                customerUses?: number;
                /** @description Fen */
                budget?: number;
            };
            /** @description Fen */
            amount: number;
            /** @description Fen */
            delivery: number;
            /** @description Part of a fixed amount that found no room */
            ungiven: number;
            nextRung?: {
                shortfall: components["schemas"]["shortfall"];
                gives: {
                    [key: string]: unknown;
                };
            };
        };
        /** @description How much more it takes: one of the three */
        shortfall: {
            /** @description Fen */
            amount?: number;
            quantity?: number;
            grams?: number;
        };
        "refused-offer": {
            /** @description Id of the promotion */
            offer: string;
            name: string;
            kind: string;
            /** @description Of the promotion, as it was priced with; -1 in a preview: it is not recorded */
            revision: number;
            sentence: components["schemas"]["sentence"];
            /** @description What it was reckoned from, enough to check by hand */
            facts: {
                [key: string]: unknown;
            };
            /** @description Only so much was left of it; placing the order decides */
            left?: {
                stock?: number;
                uses?: number;
                customerUses?: number;
                /** @description Fen */
                budget?: number;
            };
            /** @enum {string} */
            reason: "threshold-not-met" | "quantity-not-met" | "weight-not-met" | "no-eligible-line" | "no-room" | "outside-window" | "wrong-channel" | "wrong-order-mode" | "order-number" | "not-new-customer" | "no-points" | "disabled" | "displaced-by-exclusive" | "lost-to-better" | "stopped" | "wrong-tier" | "wrong-segment" | "not-chosen" | "sold-out" | "customer-limit-reached" | "budget-exceeded";
            shortfall?: components["schemas"]["shortfall"];
        };
        /**
         * @example {
         *       "id": "1",
         *       "sku": "fuji_apple",
         *       "grams": 1500
         *     }
         */
        "quote-line": {
            /**
             * @description Letters, digits, _ and . (no dash)
             * @example fuji_apple
             */
            id: string;
            /**
             * @description Letters, digits, _ and . (no dash)
             * @example fuji_apple
             */
            sku: string;
            /**
             * @description Pieces
             * @example 2
             */
            quantity?: number;
            /**
             * @description Grams
             * @example 1500
             */
            grams?: number;
            /**
             * @description How many physical pieces were weighed
             * @example 2
             */
            pieces?: number;
            /** @description False: in the cart, not in the purchase */
            selected?: boolean;
        };
        "quote-summary": {
            id: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            validUntil: string;
            customer: string | null;
            /** @description Fen */
            list: number;
            /** @description Fen */
            discount: number;
            /** @description Fen */
            pay: number;
            /** @description The order that took it */
            order: string | null;
            /**
             * @description Counts its changes from 0; also the ETag
             * @example 3
             */
            revision: number;
        };
        "explained-quote": {
            id: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            validUntil: string;
            currency: string;
            customer: string | null;
            /** @description Fen */
            list: number;
            /** @description Fen */
            discount: number;
            /** @description Fen */
            goods: number;
            /** @description Fen */
            delivery: number;
            /** @description Fen */
            pay: number;
            lines: components["schemas"]["quoted-line"][];
            gifts: components["schemas"]["gift"][];
            applied: components["schemas"]["applied-offer"][];
            refused: components["schemas"]["refused-offer"][];
            /** @description The offers are proven best for the customer, under the policies of the shop */
            proven: boolean;
            /** @description Priced again from the log, it is what was promised, to the byte */
            verified: boolean;
            request: {
                lines: components["schemas"]["quote-line"][];
                /**
                 * @description Letters, digits, _ and . (no dash)
                 * @example fuji_apple
                 */
                customer?: string;
                /** @description Orders of the customer so far */
                orders?: {
                    placed: number;
                    cancelled?: number;
                };
                /** @enum {string} */
                channel?: "pc" | "h5" | "mini-program" | "app";
                /** @enum {string} */
                orderMode?: "normal" | "flash" | "bargain";
                /**
                 * @description Delivery fee in fen
                 * @example 800
                 */
                delivery?: number;
                /** @description Coupon promotions the customer chose */
                coupons?: string[];
                /**
                 * @description The order that this would be the new quote of: what it holds counts as free
                 * @example fuji_apple
                 */
                changes?: string;
                /** @description Points the customer chose to use */
                points?: number;
            };
            /** @description Revisions of what it was priced with, local times, policies, versions of the calculations */
            basis: {
                products: {
                    [key: string]: number;
                };
                promotions: {
                    [key: string]: number;
                };
                customer?: number;
                orders?: {
                    placed: number;
                    cancelled: number;
                };
                remaining?: {
                    [key: string]: components["schemas"]["left"];
                };
                local: {
                    [key: string]: string;
                };
                policies: {
                    [key: string]: unknown;
                };
                rules: {
                    [key: string]: number;
                };
            };
        };
        /** @description What was left: stock, uses, uses of this customer, budget */
        left: {
            stock?: number;
            uses?: number;
            customerUses?: number;
            /** @description Fen */
            budget?: number;
        };
        preview: {
            /** Format: date-time */
            at: string;
            currency: string;
            variants: components["schemas"]["previewed-variant"][];
            /** @description null: there is one variant */
            difference: {
                /** @description Fen */
                discount: number;
                /** @description Fen */
                delivery: number;
                /** @description Fen */
                pay: number;
                /** @description To pay for each line that differs */
                lines: {
                    [key: string]: number;
                };
                /** @description Promotions that apply in the first alone */
                onlyInFirst: string[];
                onlyInSecond: string[];
            } | null;
        };
        "previewed-variant": {
            name: string;
            /** @description Fen */
            list: number;
            /** @description Fen */
            discount: number;
            /** @description Fen */
            goods: number;
            /** @description Fen */
            delivery: number;
            /** @description Fen */
            pay: number;
            lines: components["schemas"]["quoted-line"][];
            gifts: components["schemas"]["gift"][];
            applied: components["schemas"]["applied-offer"][];
            refused: components["schemas"]["refused-offer"][];
            /** @description The offers are proven best for the customer, under the policies of the shop */
            proven: boolean;
            trace?: components["schemas"]["traced-step"][];
        };
        /** @description One offer’s turn, with running totals after it: enough to check by hand */
        "traced-step": {
            offer: string;
            kind: string;
            lane: number;
            priority: number;
            gave: {
                /** @description Fen */
                amount: number;
                /** @description Fen */
                delivery: number;
            } | {
                /**
                 * @description Why
                 * @enum {string}
                 */
                nothing: "threshold-not-met" | "quantity-not-met" | "weight-not-met" | "no-eligible-line" | "no-room" | "outside-window" | "wrong-channel" | "wrong-order-mode" | "order-number" | "not-new-customer" | "no-points" | "disabled" | "displaced-by-exclusive" | "lost-to-better" | "stopped" | "wrong-tier" | "wrong-segment" | "not-chosen" | "sold-out" | "customer-limit-reached" | "budget-exceeded";
            };
            facts: {
                [key: string]: unknown;
            };
            lines: {
                line: string;
                /** @description Fen */
                before: number;
                /** @description Fen */
                share: number;
                /** @description Fen */
                after: number;
                /** @description Fen */
                floor: number;
            }[];
            /** @description Fen */
            goods: number;
            /** @description Fen */
            delivery: number;
            /** @description Fen */
            giftValue: number;
        };
        "preview-variant": {
            name?: string;
            /** @description In force as well: drafts, paused promotions and those of `promotions`; true: all drafts and all those */
            with?: boolean | string[];
            /** @description Promotions left out */
            without?: string[];
            /** @description Hold instead of the shop’s */
            policies?: {
                /** @enum {string} */
                selection?: "best-for-customer" | "priority";
                /** @enum {string} */
                percentBase?: "running" | "original";
                /** @enum {string} */
                thresholdBase?: "running" | "original";
                /** @enum {string} */
                productBase?: "currentPrice" | "originalPrice";
                /** @enum {string} */
                exclusiveChoice?: "priority" | "most-valuable";
                /** @enum {string} */
                groupPick?: "best" | "priority";
                /** @enum {string} */
                groupScope?: "order" | "line";
                /** @enum {string} */
                giftChoice?: "cheapest" | "dearest";
                partGift?: boolean;
                /** @enum {string} */
                partUnits?: "whole" | "prorate";
                /** @enum {string} */
                returns?: "keep-discount" | "re-evaluate" | "re-quote-actual-weight";
                /** @enum {string} */
                negativeRefund?: "forbidden" | "debt";
                /** @enum {string} */
                actualWeightThreshold?: "actual" | "ordered";
                /** @enum {string} */
                couponOnReturn?: "when-all-returned" | "never";
                /** @enum {string} */
                afterCancel?: "reusable" | "consumed";
                /** @description Of the list prices of a purchase */
                greatestDiscountBp?: number;
            };
        };
        "price-list": {
            /** Format: date-time */
            at: string;
            currency: string;
            items: components["schemas"]["priced-product"][];
            missing: {
                sku: string;
                /** @enum {string} */
                code: "UNKNOWN_SKU" | "PRODUCT_DELISTED";
            }[];
        };
        "priced-product": {
            sku: string;
            name: string;
            /** @description One piece, or 500 g */
            unit: {
                quantity?: number;
                grams?: number;
            };
            /** @description Fen */
            originalPrice: number | null;
            /** @description Fen */
            list: number;
            /** @description 到手价: one unit bought alone, with every offer that it reaches by itself */
            pay: number;
            badges: {
                offer: string;
                name: string;
                kind: string;
                /** @description To one unit; false: to more, or with a coupon */
                applies: boolean;
                sentence: components["schemas"]["sentence"];
            }[];
            next: components["schemas"]["step-ahead"];
        };
        "step-ahead": {
            offer: string;
            name: string;
            shortfall: components["schemas"]["shortfall"];
            /** @description What it would give */
            gives: {
                [key: string]: unknown;
            };
            sentence: components["schemas"]["sentence"];
        } | null;
        "fill-up": {
            /** Format: date-time */
            at: string;
            currency: string;
            /** @description For the basket as it is */
            pay: number;
            /** @description What is to be reached; null: the basket misses nothing */
            step: {
                offer: string;
                name: string;
                shortfall: components["schemas"]["shortfall"];
                /** @description What it would give */
                gives: {
                    [key: string]: unknown;
                };
                sentence: components["schemas"]["sentence"];
            } | null;
            /** @description Best first: least to pay in all; of those, most worth of goods; of those, by SKU. Each was priced with the whole basket. */
            suggestions: components["schemas"]["fill-up-suggestion"][];
        };
        "fill-up-suggestion": {
            sku: string;
            name: string;
            quantity?: number;
            grams?: number;
            /** @description What is added, at list price */
            list: number;
            /** @description For the whole basket then */
            pay: number;
            /** @description How much more that is than now; negative: more goods for less money */
            costs: number;
            /** @description How much more discount that is than now */
            saves: number;
            sentence: components["schemas"]["sentence"];
        };
        backtest: {
            id: string;
            /** @enum {string} */
            status: "running" | "done" | "cancelled" | "failed";
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt: string | null;
            progress: {
                /** @description How far the log was read */
                position: string;
                /** @description How far it goes */
                head: string;
            };
            change: {
                /** @description SHA-256 of what is tested, as the log remembers it */
                hash: string;
                tested: string[];
                without: string[];
            };
            orders: components["schemas"]["order-range"];
            zone: string;
            /** @description What the report takes for granted: show it beside every figure */
            assumed: {
                /** @enum {string} */
                code: "behaviour-fixed" | "window-ignored" | "coupon-chosen" | "limits-not-binding";
                zh: string;
                en: string;
            }[];
            /** @description null until it is done */
            report: {
                /** @description Priced again */
                orders: number;
                /** @description Of which anything differs */
                changed: number;
                /** @description To which a promotion under test would have given something */
                reached: number;
                was: components["schemas"]["order-totals"];
                would: components["schemas"]["order-totals"];
                /** @description What customers would have paid more; negative: less, the cost */
                pay: number;
                /** @description On goods; what differs most first */
                bySku: components["schemas"]["backtest-group"][];
                /** @description On goods and delivery; an empty key: no tier */
                byTier: components["schemas"]["backtest-group"][];
                /** @description On goods and delivery */
                byDay: components["schemas"]["backtest-group"][];
                /** @description Of which something differs; who would have lost most first */
                offers: components["schemas"]["backtest-offer"][];
                /** @description What each promotion under test would have taken of its limits */
                needed: components["schemas"]["backtest-needed"][];
                /** @description Orders in which an offer would have crossed a floor, and was cut */
                cutAtFloor: number;
                /** @description The same for the greatest discount of the store */
                cutAtGreatest: number;
                /** @description The ten that change most */
                most: components["schemas"]["backtest-order"][];
                /** @description The promotion with each combination of the values asked for */
                grid: components["schemas"]["backtest-cell"][];
                unpriceable: {
                    /** @description Orders left out, because the log does not have all of their facts */
                    orders: number;
                    first: {
                        order: string;
                        reason: string;
                    }[];
                };
                /** @description Up to where the log was read */
                position: string;
            } | null;
            /** @description Why it failed */
            fault: string | null;
        };
        "order-range": {
            /**
             * Format: date-time
             * @description Placed then or later; default: the beginning of the log
             * @example 2026-11-22T10:00:00.000Z
             */
            since?: string;
            /**
             * Format: date-time
             * @description Placed before; default: now
             * @example 2026-11-22T10:00:00.000Z
             */
            until?: string;
            /** @description Only the last so many of those */
            last?: number;
        };
        "order-totals": {
            /** @description Fen */
            list: number;
            /** @description Fen */
            discount: number;
            /** @description Fen */
            delivery: number;
            /** @description Fen */
            pay: number;
        };
        "backtest-group": {
            key: string;
            orders: number;
            changed: number;
            /** @description Fen */
            discountWas: number;
            /** @description Fen */
            discountWould: number;
        };
        "backtest-offer": {
            offer: string;
            ordersWas: number;
            ordersWould: number;
            /** @description Fen */
            gaveWas: number;
            /** @description Fen */
            gaveWould: number;
            /** @description Orders to which it would have given nothing any more */
            displaced: number;
            /** @description What it gave those */
            displacedFen: number;
        };
        "backtest-needed": {
            promotion: string;
            /** @description The budget it would have needed */
            budget: number;
            uses: number;
            limits: {
                /** @description Fen */
                budget?: number;
                maxUses?: number;
            };
            /** @description The first order its budget would not have covered */
            budgetRunsOut: {
                /** Format: date-time */
                at: string;
                order: string;
            } | null;
            usesRunOut: {
                /** Format: date-time */
                at: string;
                order: string;
            } | null;
        };
        "backtest-order": {
            order: string;
            quote: string;
            /** Format: date-time */
            at: string;
            /** @description As it was, and as it would be, as a preview shows two prices */
            variants: components["schemas"]["previewed-variant"][];
            difference: components["schemas"]["preview-difference"];
        };
        /** @description The second less the first */
        "preview-difference": {
            /** @description Fen */
            discount: number;
            /** @description Fen */
            delivery: number;
            /** @description Fen */
            pay: number;
            /** @description To pay for each line that differs */
            lines: {
                [key: string]: number;
            };
            /** @description Promotions that apply in the first alone */
            onlyInFirst: string[];
            onlyInSecond: string[];
        };
        "backtest-cell": {
            values: number[];
            reached: number;
            changed: number;
            /** @description Given by the promotion */
            gave: number;
            /** @description What customers would have paid less */
            cost: number;
        };
        "grid-variation": {
            /**
             * @description A number of the terms
             * @example /benefit/ladder/0/from
             */
            at: string;
            values: number[];
        };
        "order-changed": {
            id: string;
            /** @enum {string} */
            status: "placing" | "placed" | "refused" | "paid" | "retaking" | "expired" | "cancelled";
            customer: string | null;
            /** @description The quote whose price it has */
            quote: string;
            /**
             * Format: date-time
             * @description Until when it can be paid
             */
            deadline: string;
            /** Format: date-time */
            placedAt: string | null;
            lines: components["schemas"]["ordered-line"][];
            gifts: components["schemas"]["ordered-gift"][];
            /** @description Fen */
            delivery: number;
            /** @description Fen */
            pay: number;
            /** @description What each offer gave, on goods and delivery */
            gave: {
                [key: string]: number;
            };
            /** @description What it took of allowances */
            holds: components["schemas"]["order-hold"][];
            /** @description Allowances it could not confirm: the shop keeps these promises itself */
            lost: string[];
            payment: string | null;
            /** @description Sum of all refunds; a negative one is what the customer came to owe */
            refunded: number;
            /** @description What of that the customer still owes */
            debt: number;
            /** @description What was paid back because its quote was corrected */
            compensated: number;
            /** @description What follows by itself */
            due: {
                /** @enum {string} */
                step: "release" | "confirm" | "place" | "change" | "retake" | "expire";
                /** Format: date-time */
                at: string;
            } | null;
            /**
             * @description Counts its changes from 0; also the ETag
             * @example 3
             */
            revision: number;
            /**
             * @description Of the change: give it to reads as min-position
             * @example 42
             */
            position: string;
            /** @description False: it was so already, nothing was recorded */
            changed: boolean;
        };
        "ordered-line": {
            id: string;
            sku: string;
            quantity?: number;
            grams?: number;
            /** @description Fen */
            list: number;
            /** @description Fen */
            pay: number;
            /** @description Its price was set by hand */
            byHand: boolean;
            /** @description What each offer took off this line, as it was promised */
            shares: {
                [key: string]: number;
            };
            /** @description Pieces or grams that have returned */
            returned: number;
            /** @description Grams the scales said */
            weighed: number | null;
        };
        "ordered-gift": {
            offer: string;
            returned: number;
            line?: string;
            sku?: string;
            quantity?: number;
            grams?: number;
            /** @description Fen */
            value?: number;
            points?: number;
            lineShares?: {
                [key: string]: number;
            };
        };
        "order-hold": {
            allowance: string;
            promotion: string;
            amount: number;
            hold: string;
        };
        order: {
            id: string;
            /** @enum {string} */
            status: "placing" | "placed" | "refused" | "paid" | "retaking" | "expired" | "cancelled";
            customer: string | null;
            /** @description The quote whose price it has */
            quote: string;
            /**
             * Format: date-time
             * @description Until when it can be paid
             */
            deadline: string;
            /** Format: date-time */
            placedAt: string | null;
            lines: components["schemas"]["ordered-line"][];
            gifts: components["schemas"]["ordered-gift"][];
            /** @description Fen */
            delivery: number;
            /** @description Fen */
            pay: number;
            /** @description What each offer gave, on goods and delivery */
            gave: {
                [key: string]: number;
            };
            /** @description What it took of allowances */
            holds: components["schemas"]["order-hold"][];
            /** @description Allowances it could not confirm: the shop keeps these promises itself */
            lost: string[];
            payment: string | null;
            /** @description Sum of all refunds; a negative one is what the customer came to owe */
            refunded: number;
            /** @description What of that the customer still owes */
            debt: number;
            /** @description What was paid back because its quote was corrected */
            compensated: number;
            /** @description What follows by itself */
            due: {
                /** @enum {string} */
                step: "release" | "confirm" | "place" | "change" | "retake" | "expire";
                /** Format: date-time */
                at: string;
            } | null;
            /**
             * @description Counts its changes from 0; also the ETag
             * @example 3
             */
            revision: number;
        };
        /** @description Recorded after it began to hold */
        "backdated-fact": {
            /** @enum {string} */
            subject: "promotion" | "product" | "customer" | "policies";
            id: string;
            /** @example product-repriced */
            type: string;
            /** Format: date-time */
            effectiveFrom: string;
            /** Format: date-time */
            recordedAt: string;
            /**
             * @description A place in the log, opaque
             * @example 42
             */
            position: string;
            by: string;
        };
        "corrected-quote": {
            quote: string;
            /** Format: date-time */
            at: string;
            customer: string | null;
            /**
             * @description A place in the log, opaque
             * @example 42
             */
            position: string;
            /** @description What was promised */
            pay: number;
            /** @description What it would have cost; null: it could not have been given */
            due: number | null;
            /** @description `due` less `pay` */
            difference: number | null;
            /** @description Why it could not have been given */
            because: string | null;
            /** @description Positions of the facts that came too late for it */
            facts: string[];
            /** @description The order that stands on it */
            order: {
                id: string;
                /** @enum {string} */
                status: "placing" | "placed" | "refused" | "paid" | "retaking" | "expired" | "cancelled";
                /** @description Paid back already */
                compensated: number;
                /** @description What POST /v1/orders/{id}/compensate would pay back now */
                toCompensate: number;
                /**
                 * @description Why a person has to look at it
                 * @enum {string|null}
                 */
                uncompensated: "not-paid" | "priced-by-hand" | "returned" | null;
            } | null;
        };
        allowance: {
            id: string;
            /** @description Whose it is: the next revision of its terms adjusts it */
            promotion: string;
            /**
             * @description What it counts: uses, fen (money), or pieces or grams (stock)
             * @enum {string}
             */
            unit: "uses" | "money" | "stock";
            /** @description Null: no limit over all customers */
            total: number | null;
            perCustomer: number | null;
            perCustomerDay: {
                uses: number;
                zone: string;
            } | null;
            /** @description Held and not yet ended, in its unit */
            held: number;
            /** @description Confirmed, and what cancelled orders consumed, in its unit */
            confirmed: number;
            /** @description What can still be taken; null: no limit over all customers */
            remaining: number | null;
            /**
             * @description Counts its changes from 0; also the ETag
             * @example 3
             */
            revision: number;
        };
        "allowance-read": {
            id: string;
            /** @description Whose it is: the next revision of its terms adjusts it */
            promotion: string;
            /**
             * @description What it counts: uses, fen (money), or pieces or grams (stock)
             * @enum {string}
             */
            unit: "uses" | "money" | "stock";
            /** @description Null: no limit over all customers */
            total: number | null;
            perCustomer: number | null;
            perCustomerDay: {
                uses: number;
                zone: string;
            } | null;
            /** @description Held and not yet ended, in its unit */
            held: number;
            /** @description Confirmed, and what cancelled orders consumed, in its unit */
            confirmed: number;
            /** @description What can still be taken; null: no limit over all customers */
            remaining: number | null;
            /**
             * @description Counts its changes from 0; also the ETag
             * @example 3
             */
            revision: number;
            use?: components["schemas"]["allowance-use"];
        };
        "allowance-use": {
            customer: string;
            /** @description Held, confirmed and consumed */
            taken: number;
            /** @description Of that on this day of the limit’s zone; null: no limit a day */
            takenToday: number | null;
            /** @description What this customer’s limits leave; null: none limits a customer */
            remaining: number | null;
            /** @description The open holds */
            holds: components["schemas"]["open-hold"][];
        };
        "open-hold": {
            hold: string;
            amount: number;
            /** Format: date-time */
            until: string;
            order: string | null;
        };
        "allowance-history": {
            id: string;
            /** @enum {string} */
            unit: "uses" | "money" | "stock";
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            openedAt: string;
            /** @description The hours, of the last 31 days at most, in which something happened, each as it ended */
            points: components["schemas"]["allowance-hour"][];
            /**
             * Format: date-time
             * @description When nothing is left if it goes on as in the last 24 hours: at + remaining × (at − since) / taken since. Null: no total, nothing left, nothing taken, or out of sight
             */
            projectedEnd: string | null;
            /** @description The last 200 times in which nothing was left */
            soldOut: components["schemas"]["sold-out"][];
            timesSoldOut: number;
            /**
             * @description Counts its changes from 0; also the ETag
             * @example 3
             */
            revision: number;
        };
        "allowance-hour": {
            /**
             * Format: date-time
             * @description The beginning of the hour, UTC
             */
            hour: string;
            /**
             * Format: date-time
             * @description Of the last event in it
             */
            at: string;
            total: number | null;
            held: number;
            confirmed: number;
        };
        "sold-out": {
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description When it came back; null: still so
             */
            until: string | null;
        };
        "customer-use": {
            allowance: string;
            promotion: string;
            /** @enum {string} */
            unit: "uses" | "money" | "stock";
            customer: string;
            /** @description Held, confirmed and consumed */
            taken: number;
            /** @description Of that on this day of the limit’s zone; null: no limit a day */
            takenToday: number | null;
            /** @description What this customer’s limits leave; null: none limits a customer */
            remaining: number | null;
            /** @description The open holds */
            holds: components["schemas"]["open-hold"][];
        };
        found: {
            /** @enum {string} */
            type: "product" | "promotion";
            /** @description A SKU, or the id of a promotion */
            id: string;
            name: string;
            /** @description Of a promotion */
            kind: string | null;
            /** @enum {string} */
            status: "draft" | "published" | "paused" | "ended" | "stopped" | "listed" | "delisted";
            categories: string[];
        };
        "analytics-row": {
            /**
             * @description A day, or an hour of one: 2026-11-22T18
             * @example 2026-11-22
             */
            period: string;
            /** @description Promotion, SKU, tier or channel; null: none, or not said */
            subject: string | null;
            /** @description Quotes given */
            quotes: number;
            /** @description Orders placed, those cancelled later too */
            placed: number;
            /** @description Orders paid */
            paid: number;
            /** @description Orders cancelled */
            cancelled: number;
            /** @description Goods of the orders placed, at list price, fen */
            list: number;
            /** @description Given on them, fen; by promotion, tier and channel on delivery too */
            discount: number;
            /** @description To pay for the goods, fen */
            pay: number;
            /** @description Pieces ordered */
            pieces: number;
            /** @description Grams ordered */
            grams: number;
        };
        "cloud-event": {
            /** @enum {string} */
            specversion: "1.0";
            /** @description UUID v7; the same event keeps it on every channel: drop what you have seen */
            id: string;
            /**
             * Format: uri-reference
             * @example /shops/demo
             */
            source: string;
            /** @example orchard.promotion-published.v1 */
            type: string;
            /**
             * @description What it is about: kind and id
             * @example promotion/autumn_100_20
             */
            subject: string;
            /**
             * Format: date-time
             * @description When it was recorded
             */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            /**
             * Format: uri
             * @example urn:orchard:schema:orchard.promotion-published.v1
             */
            dataschema: string;
            /**
             * @description Its place in the log: where to go on reading
             * @example 42
             */
            position: string;
            /** @description Counts from 0 for its subject; what stays inside leaves gaps */
            revision: number;
            /**
             * Format: date-time
             * @description From when it holds
             */
            effectivefrom: string;
            /** @description Who did it */
            actor: string;
            actorrole: string;
            /** @description The X-Request-Id it came by */
            correlation: string;
            /** @description The id of the event it follows from */
            causation?: string;
            data: {
                [key: string]: unknown;
            };
        };
        "logged-event": {
            /** @description UUID v7 */
            id: string;
            /** @example promotion-published */
            type: string;
            schemaVersion: number;
            /** @example promotion-demo.autumn_100_20 */
            stream: string;
            /** @description Counts from 0 in its stream */
            revision: number;
            /**
             * @description A place in the log, opaque
             * @example 42
             */
            position: string;
            shop: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            effectiveFrom: string;
            actor: {
                principal: string;
                role: string;
            };
            correlation: string;
            causation: string | null;
            data: {
                [key: string]: unknown;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getLivez: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its text format */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getReadyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It should */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["readiness"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getProblems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getProblemsCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getSchemas: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What each means, and where its schema is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        envelope: string;
                        types: {
                            type: string;
                            about: string;
                            schema: string;
                        }[];
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getSchemasType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON Schema 2020-12 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getDocsFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A style sheet. A script */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/css": string;
                    "text/javascript": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getProducts: {
        parameters: {
            query?: {
                /** @description Entries a page, at most 200 */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
                /** @description What is true at that instant, past or to come, by all that was recorded (as of `as-of`; default: now) */
                "effective-at"?: string;
                /** @description Only those sold by the piece, or by weight */
                soldBy?: "piece" | "weight";
                /** @description Only those for sale, or those that are not */
                listed?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of ids */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["product"][];
                        /** @description Cursor of the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getProductsSku: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
                /** @description What is true at that instant, past or to come, by all that was recorded (as of `as-of`; default: now) */
                "effective-at"?: string;
            };
            header?: never;
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product as it is now, or was then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["product"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    putProductsSku: {
        parameters: {
            query?: {
                /** @description true: say what would come of it, refusals too, and record nothing */
                "dry-run"?: "true" | "false";
            };
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                sku: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "红富士苹果",
                 *       "soldBy": "weight",
                 *       "unitPrice": 1280,
                 *       "floorPrice": 800,
                 *       "categories": [
                 *         "apple"
                 *       ]
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    soldBy: "piece" | "weight";
                    /**
                     * @description Fen, per piece or per 500 g
                     * @example 1280
                     */
                    unitPrice: number;
                    /**
                     * @description Fen, per piece or per 500 g
                     * @example 1280
                     */
                    originalPrice?: number;
                    /**
                     * @description Fen
                     * @default null
                     * @example 600
                     */
                    floorPrice?: number | null;
                    /** @default [] */
                    categories?: string[];
                    /** @default [] */
                    tags?: string[];
                    /**
                     * Format: date-time
                     * @description From when it holds; default: now
                     * @example 2026-11-22T10:00:00.000Z
                     */
                    effectiveFrom?: string;
                };
            };
        };
        responses: {
            /** @description The product as it is after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["product-changed"];
                };
            };
            /** @description The product, new */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["product-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getProductsSkuHistory: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
                /** @description Entries a page */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first, an entry a command */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["history"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postProductsSkuPrice: {
        parameters: {
            query?: {
                /** @description true: say what would come of it, refusals too, and record nothing */
                "dry-run"?: "true" | "false";
            };
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                sku: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "unitPrice": 1180,
                 *       "originalPrice": 1280,
                 *       "effectiveFrom": "2026-12-01T00:00:00+08:00"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Fen, per piece or per 500 g
                     * @example 1280
                     */
                    unitPrice: number;
                    /**
                     * @description Fen, per piece or per 500 g
                     * @example 1280
                     */
                    originalPrice?: number;
                    /**
                     * Format: date-time
                     * @description From when it holds; default: now
                     * @example 2026-11-22T10:00:00.000Z
                     */
                    effectiveFrom?: string;
                };
            };
        };
        responses: {
            /** @description The product as it is after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["product-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postProductsSkuFloor: {
        parameters: {
            query?: {
                /** @description true: say what would come of it, refusals too, and record nothing */
                "dry-run"?: "true" | "false";
            };
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                sku: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "floorPrice": 900
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Fen
                     * @example 600
                     */
                    floorPrice: number | null;
                    /**
                     * Format: date-time
                     * @description From when it holds; default: now
                     * @example 2026-11-22T10:00:00.000Z
                     */
                    effectiveFrom?: string;
                };
            };
        };
        responses: {
            /** @description The product as it is after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["product-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postProductsSkuGroups: {
        parameters: {
            query?: {
                /** @description true: say what would come of it, refusals too, and record nothing */
                "dry-run"?: "true" | "false";
            };
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                sku: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "categories": [
                 *         "apple",
                 *         "domestic"
                 *       ],
                 *       "tags": [
                 *         "seasonal"
                 *       ]
                 *     }
                 */
                "application/json": {
                    categories: string[];
                    tags: string[];
                    /**
                     * Format: date-time
                     * @description From when it holds; default: now
                     * @example 2026-11-22T10:00:00.000Z
                     */
                    effectiveFrom?: string;
                };
            };
        };
        responses: {
            /** @description The product as it is after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["product-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postProductsSkuDelist: {
        parameters: {
            query?: {
                /** @description true: say what would come of it, refusals too, and record nothing */
                "dry-run"?: "true" | "false";
            };
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                sku: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "季节已过"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Why, for the auditors
                     * @example 双十一
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The product as it is after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["product-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getCustomers: {
        parameters: {
            query?: {
                /** @description Entries a page, at most 200 */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
                /** @description What is true at that instant, past or to come, by all that was recorded (as of `as-of`; default: now) */
                "effective-at"?: string;
                /** @description Only those of this tier */
                tier?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of ids */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["customer"][];
                        /** @description Cursor of the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getCustomersId: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
                /** @description What is true at that instant, past or to come, by all that was recorded (as of `as-of`; default: now) */
                "effective-at"?: string;
            };
            header?: never;
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer as it is now, or was then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["customer"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    putCustomersId: {
        parameters: {
            query?: {
                /** @description true: say what would come of it, refusals too, and record nothing */
                "dry-run"?: "true" | "false";
            };
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tier": "gold"
                 *     }
                 */
                "application/json": {
                    /** @description Absent: as it is; null: none */
                    tier?: string | null;
                    /**
                     * Format: date-time
                     * @description From when it holds; default: now
                     * @example 2026-11-22T10:00:00.000Z
                     */
                    effectiveFrom?: string;
                };
            };
        };
        responses: {
            /** @description The customer as it is after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["customer-changed"];
                };
            };
            /** @description The customer, new */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["customer-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getCustomersIdHistory: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
                /** @description Entries a page */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first, an entry a command */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["history"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postCustomersIdTier: {
        parameters: {
            query?: {
                /** @description true: say what would come of it, refusals too, and record nothing */
                "dry-run"?: "true" | "false";
            };
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tier": "diamond",
                 *       "effectiveFrom": "2026-12-01T00:00:00+08:00"
                 *     }
                 */
                "application/json": {
                    tier: string | null;
                    /**
                     * Format: date-time
                     * @description From when it holds; default: now
                     * @example 2026-11-22T10:00:00.000Z
                     */
                    effectiveFrom?: string;
                };
            };
        };
        responses: {
            /** @description The customer as it is after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["customer-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getPromotions: {
        parameters: {
            query?: {
                /** @description Entries a page, at most 200 */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
                /** @description What is true at that instant, past or to come, by all that was recorded (as of `as-of`; default: now) */
                "effective-at"?: string;
                /** @description Only those of this status */
                status?: "draft" | "published" | "paused" | "ended" | "stopped";
                /** @description Only those of this kind */
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of ids */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["promotion"][];
                        /** @description Cursor of the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postPromotions: {
        parameters: {
            query?: {
                /** @description true: say what would come of it, refusals too, and record nothing */
                "dry-run"?: "true" | "false";
            };
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "promotion": "autumn_100_20",
                 *       "terms": {
                 *         "name": "满100减20",
                 *         "kind": "spend-threshold",
                 *         "benefit": {
                 *           "ladder": [
                 *             {
                 *               "from": 10000,
                 *               "amountOff": 2000
                 *             }
                 *           ]
                 *         },
                 *         "scope": {
                 *           "store": true
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Its id; default: made from the Idempotency-Key, or new
                     * @example fuji_apple
                     */
                    promotion?: string;
                    terms: components["schemas"]["terms-spend-threshold"] | components["schemas"]["terms-percentage"] | components["schemas"]["terms-nth-item"] | components["schemas"]["terms-buy-x-get-y"] | components["schemas"]["terms-flash-sale"] | components["schemas"]["terms-member-price"] | components["schemas"]["terms-fixed-amount"] | components["schemas"]["terms-fixed-price"] | components["schemas"]["terms-quantity-group"] | components["schemas"]["terms-unit-ladder"] | components["schemas"]["terms-points"] | components["schemas"]["terms-free-shipping"];
                };
            };
        };
        responses: {
            /** @description The same was drafted before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["promotion-changed"];
                };
            };
            /** @description The promotion, a draft */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["promotion-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getPromotionsId: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
                /** @description What is true at that instant, past or to come, by all that was recorded (as of `as-of`; default: now) */
                "effective-at"?: string;
            };
            header?: never;
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The promotion as it is now, or was then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["promotion"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    putPromotionsId: {
        parameters: {
            query?: {
                /** @description true: say what would come of it, refusals too, and record nothing */
                "dry-run"?: "true" | "false";
            };
            header: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match": string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "terms": {
                 *         "name": "满100减25",
                 *         "kind": "spend-threshold",
                 *         "benefit": {
                 *           "ladder": [
                 *             {
                 *               "from": 10000,
                 *               "amountOff": 2500
                 *             }
                 *           ]
                 *         },
                 *         "scope": {
                 *           "store": true
                 *         }
                 *       },
                 *       "reason": "加码"
                 *     }
                 */
                "application/json": {
                    terms: components["schemas"]["terms-spend-threshold"] | components["schemas"]["terms-percentage"] | components["schemas"]["terms-nth-item"] | components["schemas"]["terms-buy-x-get-y"] | components["schemas"]["terms-flash-sale"] | components["schemas"]["terms-member-price"] | components["schemas"]["terms-fixed-amount"] | components["schemas"]["terms-fixed-price"] | components["schemas"]["terms-quantity-group"] | components["schemas"]["terms-unit-ladder"] | components["schemas"]["terms-points"] | components["schemas"]["terms-free-shipping"];
                    /**
                     * @description Why, for the auditors
                     * @example 双十一
                     */
                    reason?: string;
                    /**
                     * Format: date-time
                     * @description From when it holds; default: now
                     * @example 2026-11-22T10:00:00.000Z
                     */
                    effectiveFrom?: string;
                };
            };
        };
        responses: {
            /** @description The promotion as it is after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["promotion-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getPromotionsIdHistory: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
                /** @description Entries a page */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first, an entry a command */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["history"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postPromotionsIdPublish: {
        parameters: {
            query?: {
                /** @description true: say what would come of it, refusals too, and record nothing */
                "dry-run"?: "true" | "false";
            };
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "秋季大促"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Why, for the auditors
                     * @example 双十一
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The promotion as it is after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["promotion-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postPromotionsIdPause: {
        parameters: {
            query?: {
                /** @description true: say what would come of it, refusals too, and record nothing */
                "dry-run"?: "true" | "false";
            };
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "库存盘点"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Why, for the auditors
                     * @example 双十一
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The promotion as it is after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["promotion-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postPromotionsIdResume: {
        parameters: {
            query?: {
                /** @description true: say what would come of it, refusals too, and record nothing */
                "dry-run"?: "true" | "false";
            };
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "盘点结束"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Why, for the auditors
                     * @example 双十一
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The promotion as it is after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["promotion-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postPromotionsIdEnd: {
        parameters: {
            query?: {
                /** @description true: say what would come of it, refusals too, and record nothing */
                "dry-run"?: "true" | "false";
            };
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "活动结束"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Why, for the auditors
                     * @example 双十一
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The promotion as it is after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["promotion-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postPromotionsIdEmergencyStop: {
        parameters: {
            query?: {
                /** @description true: say what would come of it, refusals too, and record nothing */
                "dry-run"?: "true" | "false";
            };
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "标错价"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Why, for the auditors
                     * @example 双十一
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The promotion as it is after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["promotion-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getPricingProcesses: {
        parameters: {
            query?: {
                /** @description A place in the log, opaque */
                position?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As they told within the last seconds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Every one of them prices with what was so at the position; null: nobody can tell */
                        confirmed: boolean | null;
                        /** @description Null: they do not tell each other (ORCHARD_PRICING_VIEWS=redis), or Redis is away */
                        processes: {
                            id: string;
                            /** @description How far it has followed the log */
                            position: string;
                            /** @description Position of the last change of rules it prices with */
                            rules: string;
                            /** @description Since it told so; it is named for a minute after it fell silent */
                            silentMillis: number;
                            confirmed: boolean;
                        }[] | null;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getShopPolicies: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
                /** @description What is true at that instant, past or to come, by all that was recorded (as of `as-of`; default: now) */
                "effective-at"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policies as they hold now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description All of them, as they hold now */
                        policies: {
                            /** @enum {string} */
                            selection?: "best-for-customer" | "priority";
                            /** @enum {string} */
                            percentBase?: "running" | "original";
                            /** @enum {string} */
                            thresholdBase?: "running" | "original";
                            /** @enum {string} */
                            productBase?: "currentPrice" | "originalPrice";
                            /** @enum {string} */
                            exclusiveChoice?: "priority" | "most-valuable";
                            /** @enum {string} */
                            groupPick?: "best" | "priority";
                            /** @enum {string} */
                            groupScope?: "order" | "line";
                            /** @enum {string} */
                            giftChoice?: "cheapest" | "dearest";
                            partGift?: boolean;
                            /** @enum {string} */
                            partUnits?: "whole" | "prorate";
                            /** @enum {string} */
                            returns?: "keep-discount" | "re-evaluate" | "re-quote-actual-weight";
                            /** @enum {string} */
                            negativeRefund?: "forbidden" | "debt";
                            /** @enum {string} */
                            actualWeightThreshold?: "actual" | "ordered";
                            /** @enum {string} */
                            couponOnReturn?: "when-all-returned" | "never";
                            /** @enum {string} */
                            afterCancel?: "reusable" | "consumed";
                            /** @description Of the list prices of a purchase */
                            greatestDiscountBp?: number;
                        };
                        /** @description Those the shop decided itself; the others have their defaults */
                        decided: {
                            /** @enum {string} */
                            selection?: "best-for-customer" | "priority";
                            /** @enum {string} */
                            percentBase?: "running" | "original";
                            /** @enum {string} */
                            thresholdBase?: "running" | "original";
                            /** @enum {string} */
                            productBase?: "currentPrice" | "originalPrice";
                            /** @enum {string} */
                            exclusiveChoice?: "priority" | "most-valuable";
                            /** @enum {string} */
                            groupPick?: "best" | "priority";
                            /** @enum {string} */
                            groupScope?: "order" | "line";
                            /** @enum {string} */
                            giftChoice?: "cheapest" | "dearest";
                            partGift?: boolean;
                            /** @enum {string} */
                            partUnits?: "whole" | "prorate";
                            /** @enum {string} */
                            returns?: "keep-discount" | "re-evaluate" | "re-quote-actual-weight";
                            /** @enum {string} */
                            negativeRefund?: "forbidden" | "debt";
                            /** @enum {string} */
                            actualWeightThreshold?: "actual" | "ordered";
                            /** @enum {string} */
                            couponOnReturn?: "when-all-returned" | "never";
                            /** @enum {string} */
                            afterCancel?: "reusable" | "consumed";
                            /** @description Of the list prices of a purchase */
                            greatestDiscountBp?: number;
                        };
                        /** @description Recorded already, holds from then on */
                        upcoming: {
                            /** Format: date-time */
                            from: string;
                            decided?: {
                                /** @enum {string} */
                                selection?: "best-for-customer" | "priority";
                                /** @enum {string} */
                                percentBase?: "running" | "original";
                                /** @enum {string} */
                                thresholdBase?: "running" | "original";
                                /** @enum {string} */
                                productBase?: "currentPrice" | "originalPrice";
                                /** @enum {string} */
                                exclusiveChoice?: "priority" | "most-valuable";
                                /** @enum {string} */
                                groupPick?: "best" | "priority";
                                /** @enum {string} */
                                groupScope?: "order" | "line";
                                /** @enum {string} */
                                giftChoice?: "cheapest" | "dearest";
                                partGift?: boolean;
                                /** @enum {string} */
                                partUnits?: "whole" | "prorate";
                                /** @enum {string} */
                                returns?: "keep-discount" | "re-evaluate" | "re-quote-actual-weight";
                                /** @enum {string} */
                                negativeRefund?: "forbidden" | "debt";
                                /** @enum {string} */
                                actualWeightThreshold?: "actual" | "ordered";
                                /** @enum {string} */
                                couponOnReturn?: "when-all-returned" | "never";
                                /** @enum {string} */
                                afterCancel?: "reusable" | "consumed";
                                /** @description Of the list prices of a purchase */
                                greatestDiscountBp?: number;
                            };
                        }[];
                        /**
                         * @description null: all are defaults
                         * @example 3
                         */
                        revision: number | null;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    putShopPolicies: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "policies": {
                 *         "selection": "priority",
                 *         "greatestDiscountBp": 5000
                 *       },
                 *       "reason": "控制毛利"
                 *     }
                 */
                "application/json": {
                    policies: {
                        /** @enum {string} */
                        selection?: "best-for-customer" | "priority";
                        /** @enum {string} */
                        percentBase?: "running" | "original";
                        /** @enum {string} */
                        thresholdBase?: "running" | "original";
                        /** @enum {string} */
                        productBase?: "currentPrice" | "originalPrice";
                        /** @enum {string} */
                        exclusiveChoice?: "priority" | "most-valuable";
                        /** @enum {string} */
                        groupPick?: "best" | "priority";
                        /** @enum {string} */
                        groupScope?: "order" | "line";
                        /** @enum {string} */
                        giftChoice?: "cheapest" | "dearest";
                        partGift?: boolean;
                        /** @enum {string} */
                        partUnits?: "whole" | "prorate";
                        /** @enum {string} */
                        returns?: "keep-discount" | "re-evaluate" | "re-quote-actual-weight";
                        /** @enum {string} */
                        negativeRefund?: "forbidden" | "debt";
                        /** @enum {string} */
                        actualWeightThreshold?: "actual" | "ordered";
                        /** @enum {string} */
                        couponOnReturn?: "when-all-returned" | "never";
                        /** @enum {string} */
                        afterCancel?: "reusable" | "consumed";
                        /** @description Of the list prices of a purchase */
                        greatestDiscountBp?: number;
                    };
                    /**
                     * @description Why, for the auditors
                     * @example 双十一
                     */
                    reason: string;
                    /**
                     * Format: date-time
                     * @description From when it holds; default: now
                     * @example 2026-11-22T10:00:00.000Z
                     */
                    effectiveFrom?: string;
                };
            };
        };
        responses: {
            /** @description The policies after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["policies-changed"];
                };
            };
            /** @description The policies, set for the first time */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["policies-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getShopPoliciesHistory: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
                /** @description Entries a page */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first, an entry a command */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["history"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getQuotes: {
        parameters: {
            query?: {
                /** @description Entries a page, at most 200 */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
                /** @description Only those of this customer */
                customer?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of ids */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["quote-summary"][];
                        /** @description Cursor of the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postQuotes: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
            };
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customer": "c_gold_1",
                 *       "channel": "app",
                 *       "delivery": 800,
                 *       "lines": [
                 *         {
                 *           "id": "1",
                 *           "sku": "fuji_apple",
                 *           "grams": 1500
                 *         },
                 *         {
                 *           "id": "2",
                 *           "sku": "kiwi",
                 *           "quantity": 6
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    lines: components["schemas"]["quote-line"][];
                    /**
                     * @description Letters, digits, _ and . (no dash)
                     * @example fuji_apple
                     */
                    customer?: string;
                    /** @description Orders of the customer so far */
                    orders?: {
                        placed: number;
                        cancelled?: number;
                    };
                    /** @enum {string} */
                    channel?: "pc" | "h5" | "mini-program" | "app";
                    /** @enum {string} */
                    orderMode?: "normal" | "flash" | "bargain";
                    /**
                     * @description Delivery fee in fen
                     * @example 800
                     */
                    delivery?: number;
                    /** @description Coupon promotions the customer chose */
                    coupons?: string[];
                    /**
                     * @description The order that this would be the new quote of: what it holds counts as free
                     * @example fuji_apple
                     */
                    changes?: string;
                    /** @description Points the customer chose to use */
                    points?: number;
                    /**
                     * @description Id of the quote; default: made from the Idempotency-Key, or new
                     * @example fuji_apple
                     */
                    quote?: string;
                };
            };
        };
        responses: {
            /** @description The quote given before under this id for the same basket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["quote-changed"];
                };
            };
            /** @description The quote, with every offer that applied and why each other did not */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["quote-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getQuotesId: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
            };
            header?: never;
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The quote and what it rests on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["explained-quote"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postPreviews: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "id": "1",
                 *           "sku": "fuji_apple",
                 *           "grams": 3000
                 *         },
                 *         {
                 *           "id": "2",
                 *           "sku": "gannan_navel",
                 *           "grams": 2500
                 *         }
                 *       ],
                 *       "explain": "trace",
                 *       "promotions": {
                 *         "spend_80_15": {
                 *           "name": "满80减15",
                 *           "kind": "spend-threshold",
                 *           "benefit": {
                 *             "ladder": [
                 *               {
                 *                 "from": 8000,
                 *                 "amountOff": 1500
                 *               }
                 *             ]
                 *           },
                 *           "scope": {
                 *             "store": true
                 *           }
                 *         }
                 *       },
                 *       "variants": [
                 *         {
                 *           "name": "as it is"
                 *         },
                 *         {
                 *           "name": "满80减15",
                 *           "with": [
                 *             "spend_80_15"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    lines: components["schemas"]["quote-line"][];
                    /**
                     * @description Letters, digits, _ and . (no dash)
                     * @example fuji_apple
                     */
                    customer?: string;
                    /** @description Orders of the customer so far */
                    orders?: {
                        placed: number;
                        cancelled?: number;
                    };
                    /** @enum {string} */
                    channel?: "pc" | "h5" | "mini-program" | "app";
                    /** @enum {string} */
                    orderMode?: "normal" | "flash" | "bargain";
                    /**
                     * @description Delivery fee in fen
                     * @example 800
                     */
                    delivery?: number;
                    /** @description Coupon promotions the customer chose */
                    coupons?: string[];
                    /** @description Points the customer chose to use */
                    points?: number;
                    /**
                     * Format: date-time
                     * @description Any instant, past or to come; default: now, or that of `asOf`
                     * @example 2026-11-22T10:00:00.000Z
                     */
                    at?: string;
                    /**
                     * @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log
                     * @example 2026-11-11T00:00:00.000Z
                     */
                    asOf?: string;
                    /**
                     * @description Offers whose scope touches the basket; all offers; or every step with running prices
                     * @default touching
                     * @enum {string}
                     */
                    explain?: "touching" | "all" | "trace";
                    /**
                     * @description Terms nobody has drafted yet, by id; variants name them
                     * @default {}
                     */
                    promotions?: {
                        [key: string]: components["schemas"]["terms-spend-threshold"] | components["schemas"]["terms-percentage"] | components["schemas"]["terms-nth-item"] | components["schemas"]["terms-buy-x-get-y"] | components["schemas"]["terms-flash-sale"] | components["schemas"]["terms-member-price"] | components["schemas"]["terms-fixed-amount"] | components["schemas"]["terms-fixed-price"] | components["schemas"]["terms-quantity-group"] | components["schemas"]["terms-unit-ladder"] | components["schemas"]["terms-points"] | components["schemas"]["terms-free-shipping"];
                    };
                    /** @description Two are compared. Default: the shop as it is and, when there are `promotions`, with all of them */
                    variants?: components["schemas"]["preview-variant"][];
                };
            };
        };
        responses: {
            /** @description The price of each variant, and what the second changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["preview"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postPriceList: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "skus": [
                 *         "fuji_apple",
                 *         "monthong_durian"
                 *       ],
                 *       "customer": "c_gold_1",
                 *       "channel": "app"
                 *     }
                 */
                "application/json": {
                    skus: string[];
                    /**
                     * @description Letters, digits, _ and . (no dash)
                     * @example fuji_apple
                     */
                    customer?: string;
                    /** @enum {string} */
                    channel?: "pc" | "h5" | "mini-program" | "app";
                    /** @enum {string} */
                    orderMode?: "normal" | "flash" | "bargain";
                    /** @description Orders of the customer so far */
                    orders?: {
                        placed: number;
                        cancelled?: number;
                    };
                    /**
                     * Format: date-time
                     * @description Any instant, past or to come; default: now
                     * @example 2026-11-22T10:00:00.000Z
                     */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description In the order asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["price-list"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postFillUp: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "id": "1",
                 *           "sku": "fuji_apple",
                 *           "grams": 5000
                 *         }
                 *       ],
                 *       "promotion": "spend_100_20",
                 *       "limit": 3
                 *     }
                 */
                "application/json": {
                    lines: components["schemas"]["quote-line"][];
                    /**
                     * @description Letters, digits, _ and . (no dash)
                     * @example fuji_apple
                     */
                    customer?: string;
                    /** @description Orders of the customer so far */
                    orders?: {
                        placed: number;
                        cancelled?: number;
                    };
                    /** @enum {string} */
                    channel?: "pc" | "h5" | "mini-program" | "app";
                    /** @enum {string} */
                    orderMode?: "normal" | "flash" | "bargain";
                    /**
                     * @description Delivery fee in fen
                     * @example 800
                     */
                    delivery?: number;
                    /** @description Coupon promotions the customer chose */
                    coupons?: string[];
                    /** @description Points the customer chose to use */
                    points?: number;
                    /**
                     * @description The promotion to reach; default: the nearest the basket misses
                     * @example fuji_apple
                     */
                    promotion?: string;
                    /**
                     * @description Suggestions at most
                     * @default 5
                     */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description The step, and what reaches it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["fill-up"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postBacktests: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
            };
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "promotions": {
                 *         "spend_80_15": {
                 *           "name": "满80减15",
                 *           "kind": "spend-threshold",
                 *           "benefit": {
                 *             "ladder": [
                 *               {
                 *                 "from": 8000,
                 *                 "amountOff": 1500
                 *               }
                 *             ]
                 *           },
                 *           "scope": {
                 *             "store": true
                 *           }
                 *         }
                 *       },
                 *       "orders": {
                 *         "last": 1000
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Drafts, paused and running promotions, as if in force with the terms recorded last
                     * @default []
                     */
                    with?: string[];
                    /**
                     * @description Promotions left out
                     * @default []
                     */
                    without?: string[];
                    /**
                     * @description Terms nobody has drafted yet, by id; those of a known promotion replace its own
                     * @default {}
                     */
                    promotions?: {
                        [key: string]: components["schemas"]["terms-spend-threshold"] | components["schemas"]["terms-percentage"] | components["schemas"]["terms-nth-item"] | components["schemas"]["terms-buy-x-get-y"] | components["schemas"]["terms-flash-sale"] | components["schemas"]["terms-member-price"] | components["schemas"]["terms-fixed-amount"] | components["schemas"]["terms-fixed-price"] | components["schemas"]["terms-quantity-group"] | components["schemas"]["terms-unit-ladder"] | components["schemas"]["terms-points"] | components["schemas"]["terms-free-shipping"];
                    };
                    /** @description Hold instead of those that were recorded */
                    policies?: {
                        /** @enum {string} */
                        selection?: "best-for-customer" | "priority";
                        /** @enum {string} */
                        percentBase?: "running" | "original";
                        /** @enum {string} */
                        thresholdBase?: "running" | "original";
                        /** @enum {string} */
                        productBase?: "currentPrice" | "originalPrice";
                        /** @enum {string} */
                        exclusiveChoice?: "priority" | "most-valuable";
                        /** @enum {string} */
                        groupPick?: "best" | "priority";
                        /** @enum {string} */
                        groupScope?: "order" | "line";
                        /** @enum {string} */
                        giftChoice?: "cheapest" | "dearest";
                        partGift?: boolean;
                        /** @enum {string} */
                        partUnits?: "whole" | "prorate";
                        /** @enum {string} */
                        returns?: "keep-discount" | "re-evaluate" | "re-quote-actual-weight";
                        /** @enum {string} */
                        negativeRefund?: "forbidden" | "debt";
                        /** @enum {string} */
                        actualWeightThreshold?: "actual" | "ordered";
                        /** @enum {string} */
                        couponOnReturn?: "when-all-returned" | "never";
                        /** @enum {string} */
                        afterCancel?: "reusable" | "consumed";
                        /** @description Of the list prices of a purchase */
                        greatestDiscountBp?: number;
                    };
                    orders?: components["schemas"]["order-range"];
                    /**
                     * @description Whose days the report counts in
                     * @default Asia/Shanghai
                     * @example Asia/Shanghai
                     */
                    zone?: string;
                    /** @description Numbers of the one promotion under test, and what to try them with: at most 100 combinations */
                    grid?: components["schemas"]["grid-variation"][];
                };
            };
        };
        responses: {
            /** @description It runs: ask for it at Location */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["backtest"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getBacktestsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backtest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["backtest"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    deleteBacktestsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backtest, over */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["backtest"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getOrders: {
        parameters: {
            query?: {
                /** @description Entries a page, at most 200 */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
                /** @description Only those of this customer */
                customer?: string;
                /** @description Only paid ones that stand on a hold that was lost */
                lostHolds?: "yes";
                /** @description Only those of this status */
                status?: "placing" | "placed" | "refused" | "paid" | "retaking" | "expired" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of ids */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["order"][];
                        /** @description Cursor of the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postOrders: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
            };
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quote": "q_1",
                 *       "customer": "c_gold_1"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Id of the order; default: made from the Idempotency-Key, or new
                     * @example order_1
                     */
                    order?: string;
                    /**
                     * @description Id of the quote whose price is promised
                     * @example q_1
                     */
                    quote: string;
                    /**
                     * @description Whose order it is: the customer of the quote
                     * @example fuji_apple
                     */
                    customer?: string;
                };
            };
        };
        responses: {
            /** @description The order, placed; also when it is asked for again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["order-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getOrdersId: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
            };
            header?: never;
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order as it is now, or was then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["order"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getOrdersIdHistory: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
                /** @description Entries a page */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first, an entry a command */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["history"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postOrdersIdPay: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "payment": "pay_1",
                 *       "amount": 4340
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Id of the payment at whoever took it
                     * @example pay_1
                     */
                    payment?: string;
                    /**
                     * @description Fen that were paid; another amount than due is refused
                     * @example 600
                     */
                    amount?: number;
                };
            };
        };
        responses: {
            /** @description The order as it is after that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["order-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postOrdersIdCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "不要了"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Why, for the auditors
                     * @example 双十一
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The order as it is after that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["order-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postOrdersIdChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quote": "q_2"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Id of the quote whose price is promised
                     * @example q_1
                     */
                    quote: string;
                };
            };
        };
        responses: {
            /** @description The order as it is after that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["order-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postOrdersIdReturns: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "return": "return_1",
                 *       "lines": [
                 *         {
                 *           "line": "1",
                 *           "grams": 500
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Id of the return: asking again changes nothing
                     * @example return_1
                     */
                    return: string;
                    /** @default [] */
                    lines?: {
                        /**
                         * @description Letters, digits, _ and . (no dash)
                         * @example fuji_apple
                         */
                        line: string;
                        /**
                         * @description Pieces
                         * @example 2
                         */
                        quantity?: number;
                        /**
                         * @description Grams
                         * @example 1500
                         */
                        grams?: number;
                    }[];
                    /** @default [] */
                    gifts?: {
                        /**
                         * @description Letters, digits, _ and . (no dash)
                         * @example fuji_apple
                         */
                        promotion: string;
                        /**
                         * @description Pieces
                         * @example 2
                         */
                        quantity?: number;
                        /**
                         * @description Grams
                         * @example 1500
                         */
                        grams?: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description The order as it is after that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["order-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postOrdersIdWeights: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "line": "1",
                 *           "grams": 1480
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    lines: {
                        /**
                         * @description Letters, digits, _ and . (no dash)
                         * @example fuji_apple
                         */
                        line: string;
                        /**
                         * @description Grams
                         * @example 1500
                         */
                        grams: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description The order as it is after that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["order-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postOrdersIdCompensate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "价格录错"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Why, for the auditors
                     * @example 双十一
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The order as it is after that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["order-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postOrdersIdPrices: {
        parameters: {
            query?: {
                /** @description true: say what would come of it, refusals too, and record nothing */
                "dry-run"?: "true" | "false";
            };
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "line": "1",
                 *       "pay": 3000,
                 *       "reason": "磕碰"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Letters, digits, _ and . (no dash)
                     * @example fuji_apple
                     */
                    line: string;
                    /**
                     * @description Fen
                     * @example 600
                     */
                    pay: number;
                    /**
                     * @description Why, for the auditors
                     * @example 双十一
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The order as it is after the change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["order-changed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getCorrections: {
        parameters: {
            query: {
                /** @description Facts recorded then or later */
                since: string;
                /** @description Only what was said of this promotion */
                promotion?: string;
                /** @description Only what was said of this product */
                sku?: string;
                /** @description Quotes a page */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of the log */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        facts: components["schemas"]["backdated-fact"][];
                        items: components["schemas"]["corrected-quote"][];
                        /**
                         * @description Cursor of the next page, which may hold nothing; null: the last
                         * @example 42
                         */
                        next: string | null;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getAllowances: {
        parameters: {
            query?: {
                /** @description Entries a page, at most 200 */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
                /** @description Only those of this promotion */
                promotion?: string;
                /** @description Only those that count this */
                unit?: "uses" | "money" | "stock";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of ids */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["allowance"][];
                        /** @description Cursor of the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getAllowancesId: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
                /** @description Say also what this customer has of it */
                customer?: string;
            };
            header?: never;
            path: {
                /** @description Id of an allowance */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The allowance as it is now, or was then; it advises, a hold decides */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["allowance-read"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    putAllowancesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Id of an allowance */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "unit": "stock",
                 *       "total": 10000,
                 *       "perCustomer": 2
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    unit: "uses" | "money" | "stock";
                    /** @description Uses, fen, pieces or grams; null: no limit over all */
                    total: number | null;
                    /** @description What one customer may take */
                    perCustomer?: number;
                    /** @description What one customer may take on one day of a zone */
                    perCustomerDay?: {
                        uses: number;
                        zone: string;
                    };
                };
            };
        };
        responses: {
            /** @description What is so after that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description Whose it is: the next revision of its terms adjusts it */
                        promotion: string;
                        /**
                         * @description What it counts: uses, fen (money), or pieces or grams (stock)
                         * @enum {string}
                         */
                        unit: "uses" | "money" | "stock";
                        /** @description Null: no limit over all customers */
                        total: number | null;
                        perCustomer: number | null;
                        perCustomerDay: {
                            uses: number;
                            zone: string;
                        } | null;
                        /**
                         * @description Counts its changes from 0; also the ETag
                         * @example 3
                         */
                        revision: number;
                        /**
                         * @description A place in the log, opaque
                         * @example 42
                         */
                        position: string;
                        /** @description False: it was so already */
                        changed: boolean;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getAllowancesIdHistory: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
                /** @description Told up to then; default: now, or `as-of` */
                at?: string;
            };
            header?: never;
            path: {
                /** @description Id of an allowance */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The allowance over time, from its events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["allowance-history"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getAllowancesIdTimeline: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description As of then: an instant, for what was recorded by it; or `position:` and a place in the log */
                "as-of"?: string;
                /** @description Entries a page */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of an allowance */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first, an entry a command */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["history"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getCustomersIdUses: {
        parameters: {
            query?: {
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
                /** @description Of this one, in force or not; default: of all in force */
                promotion?: string;
            };
            header?: never;
            path: {
                /** @description Letters, digits, _ and . (no dash) */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By allowance */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["customer-use"][];
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postAllowancesIdAdjust: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Id of an allowance */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "total": 12000,
                 *       "perCustomer": 2
                 *     }
                 */
                "application/json": {
                    /** @description Uses, fen, pieces or grams; null: no limit over all */
                    total: number | null;
                    /** @description What one customer may take */
                    perCustomer?: number;
                    /** @description What one customer may take on one day of a zone */
                    perCustomerDay?: {
                        uses: number;
                        zone: string;
                    };
                };
            };
        };
        responses: {
            /** @description What is so after that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description Whose it is: the next revision of its terms adjusts it */
                        promotion: string;
                        /**
                         * @description What it counts: uses, fen (money), or pieces or grams (stock)
                         * @enum {string}
                         */
                        unit: "uses" | "money" | "stock";
                        /** @description Null: no limit over all customers */
                        total: number | null;
                        perCustomer: number | null;
                        perCustomerDay: {
                            uses: number;
                            zone: string;
                        } | null;
                        /**
                         * @description Counts its changes from 0; also the ETag
                         * @example 3
                         */
                        revision: number;
                        /**
                         * @description A place in the log, opaque
                         * @example 42
                         */
                        position: string;
                        /** @description False: it was so already */
                        changed: boolean;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postAllowancesIdHolds: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Id of an allowance */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hold": "order_1",
                 *       "amount": 1,
                 *       "until": "2026-11-22T10:30:00+08:00",
                 *       "customer": "c_gold_1"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Id of the hold: of its order or checkout
                     * @example order_1
                     */
                    hold: string;
                    /**
                     * @description Uses, fen, pieces or grams
                     * @example 1
                     */
                    amount: number;
                    /**
                     * Format: date-time
                     * @description The hold ends at this instant
                     * @example 2026-11-22T10:00:00.000Z
                     */
                    until: string;
                    /**
                     * @description The only order that may confirm, release or cancel it
                     * @example fuji_apple
                     */
                    order?: string;
                    /**
                     * @description Whose limits it counts for
                     * @example fuji_apple
                     */
                    customer?: string;
                };
            };
        };
        responses: {
            /** @description What is so after that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowance: string;
                        hold: string;
                        amount: number;
                        /**
                         * Format: date-time
                         * @description It stands before this instant and not at it
                         */
                        until: string;
                        order: string | null;
                        customer: string | null;
                        /** @description The day it counts for, where days are limited */
                        day: string | null;
                        /**
                         * @description Counts its changes from 0; also the ETag
                         * @example 3
                         */
                        revision: number;
                        /**
                         * @description A place in the log, opaque
                         * @example 42
                         */
                        position: string;
                        /** @description False: it was so already */
                        changed: boolean;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postAllowancesIdHoldsHoldResize: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Id of an allowance */
                id: string;
                /** @description Id of the hold: of its order or checkout */
                hold: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 2
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Letters, digits, _ and . (no dash)
                     * @example fuji_apple
                     */
                    order?: string;
                    /**
                     * @description Uses, fen, pieces or grams
                     * @example 1
                     */
                    amount: number;
                };
            };
        };
        responses: {
            /** @description What is so after that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowance: string;
                        hold: string;
                        amount: number;
                        /**
                         * @description Counts its changes from 0; also the ETag
                         * @example 3
                         */
                        revision: number;
                        /**
                         * @description A place in the log, opaque
                         * @example 42
                         */
                        position: string;
                        /** @description False: it was so already */
                        changed: boolean;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postAllowancesIdHoldsHoldConfirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Id of an allowance */
                id: string;
                /** @description Id of the hold: of its order or checkout */
                hold: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    /**
                     * @description Letters, digits, _ and . (no dash)
                     * @example fuji_apple
                     */
                    order?: string;
                };
            };
        };
        responses: {
            /** @description What is so after that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowance: string;
                        hold: string;
                        /**
                         * @description expired: it had ended by itself before
                         * @enum {string}
                         */
                        status: "confirmed" | "released" | "expired" | "cancelled";
                        /**
                         * @description Counts its changes from 0; also the ETag
                         * @example 3
                         */
                        revision: number;
                        /**
                         * @description A place in the log, opaque
                         * @example 42
                         */
                        position: string;
                        /** @description False: it was so already */
                        changed: boolean;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postAllowancesIdHoldsHoldRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Id of an allowance */
                id: string;
                /** @description Id of the hold: of its order or checkout */
                hold: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    /**
                     * @description Letters, digits, _ and . (no dash)
                     * @example fuji_apple
                     */
                    order?: string;
                };
            };
        };
        responses: {
            /** @description What is so after that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowance: string;
                        hold: string;
                        /**
                         * @description expired: it had ended by itself before
                         * @enum {string}
                         */
                        status: "confirmed" | "released" | "expired" | "cancelled";
                        /**
                         * @description Counts its changes from 0; also the ETag
                         * @example 3
                         */
                        revision: number;
                        /**
                         * @description A place in the log, opaque
                         * @example 42
                         */
                        position: string;
                        /** @description False: it was so already */
                        changed: boolean;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    postAllowancesIdHoldsHoldCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike */
                "Idempotency-Key"?: string;
                /** @description The ETag you saw: refused with 412 when it changed since */
                "If-Match"?: string;
                /** @description Answered as it is, and kept as the correlation of the events */
                "X-Request-Id"?: string;
            };
            path: {
                /** @description Id of an allowance */
                id: string;
                /** @description Id of the hold: of its order or checkout */
                hold: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "afterCancel": "reusable"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Letters, digits, _ and . (no dash)
                     * @example fuji_apple
                     */
                    order?: string;
                    /** @enum {string} */
                    afterCancel: "reusable" | "consumed";
                };
            };
        };
        responses: {
            /** @description What is so after that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowance: string;
                        hold: string;
                        /**
                         * @description expired: it had ended by itself before
                         * @enum {string}
                         */
                        status: "confirmed" | "released" | "expired" | "cancelled";
                        /**
                         * @description Counts its changes from 0; also the ETag
                         * @example 3
                         */
                        revision: number;
                        /**
                         * @description A place in the log, opaque
                         * @example 42
                         */
                        position: string;
                        /** @description False: it was so already */
                        changed: boolean;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getSearch: {
        parameters: {
            query: {
                /** @description Words, all of which are found: Chinese anywhere, others from the beginning of a word */
                q: string;
                /** @description Only these */
                type?: "product" | "promotion";
                /** @description Only promotions of this kind */
                kind?: string;
                /** @description Only promotions of this status, or products listed or delisted */
                status?: "draft" | "published" | "paused" | "ended" | "stopped" | "listed" | "delisted";
                /** @description Only products in this category, and promotions for it */
                category?: string;
                /** @description Entries a page, at most 200 */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Wait until the answer shows the log up to this position (of a write) */
                "min-position"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, best first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["found"][];
                        /** @description Cursor of the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getAnalytics: {
        parameters: {
            query: {
                /** @description What a row is for */
                by: "promotion" | "sku" | "tier" | "channel";
                /** @description How long a row is, on the clock of the shop */
                per?: "hour" | "day";
                /** @description The first day */
                from?: string;
                /** @description The day after the last */
                to?: string;
                /** @description Rows a page, at most 10000 */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of periods. With Accept: text/csv; Excel opens it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["analytics-row"][];
                        /** @description Cursor of the next page; null: this was the last */
                        next: string | null;
                    };
                    "text/csv": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getEvents: {
        parameters: {
            query?: {
                /** @description The position of the last event you have; 0: from the first */
                after?: string;
                /** @description Only these types, separated by commas */
                type?: string;
                /** @description Only what is about this */
                subject?: string;
                /** @description Only what was recorded at this instant or later */
                since?: string;
                /** @description Only what was recorded before this instant */
                until?: string;
                /** @description Events an answer, at most 1000; not for text/event-stream */
                limit?: number;
                /** @description Seconds to wait for the next event when there is none yet */
                wait?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One event a line. With Accept: application/json. With Accept: application/cloudevents-batch+json. With Accept: text/event-stream: for ever, as it happens; goes on after Last-Event-ID */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["cloud-event"];
                    "application/json": {
                        events: components["schemas"]["cloud-event"][];
                        /**
                         * @description A place in the log, opaque
                         * @example 42
                         */
                        next: string;
                    };
                    "application/cloudevents-batch+json": components["schemas"]["cloud-event"][];
                    "text/event-stream": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getLog: {
        parameters: {
            query?: {
                /** @description The position of the last event you have; 0: from the first */
                after?: string;
                /** @description Events an answer, at most 1000; not for text/event-stream */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One event a line. With Accept: application/json */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["logged-event"];
                    "application/json": {
                        events: components["schemas"]["logged-event"][];
                        /**
                         * @description A place in the log, opaque
                         * @example 42
                         */
                        next: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getAsyncapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AsyncAPI 3.0 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        asyncapi: "3.0.0";
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getBus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
    getOpenapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        openapi: "3.1.0";
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["problem"];
                };
            };
        };
    };
}
